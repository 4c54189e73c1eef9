import type { ChipTone } from "../marks/chip.tsx";
import type { Say } from "./say.ts";

type SamplePerson = {
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  readonly tone: ChipTone;
  readonly brought: number;
  readonly answers: number;
  readonly seen: string;
};

export function samplePeople(say: Say): readonly SamplePerson[] {
  const customer = say("Customer", "客户");
  return [
    {
      id: "person-128",
      name: "陈雨泽",
      stage: say("Leader", "领路人"),
      tone: "seal",
      brought: 11,
      answers: 143,
      seen: "2026-11-23T01:12:00Z",
    },
    {
      id: "person-204",
      name: "Zoë Ó Súilleabháin",
      stage: customer,
      tone: "jade",
      brought: 7,
      answers: 58,
      seen: "2026-11-22T16:40:00Z",
    },
    {
      id: "person-311",
      name: "欧阳一诺",
      stage: customer,
      tone: "jade",
      brought: 5,
      answers: 31,
      seen: "2026-11-21T04:03:00Z",
    },
    {
      id: "person-077",
      name: "José García Márquez",
      stage: say("Partner", "伙伴"),
      tone: "neutral",
      brought: 4,
      answers: 12,
      seen: "2026-11-19T09:30:00Z",
    },
    {
      id: "person-512",
      name: "马欣怡",
      stage: say("Guest", "来客"),
      tone: "ochre",
      brought: 3,
      answers: 0,
      seen: "2026-11-16T12:00:00Z",
    },
    {
      id: "person-640",
      name: "Björn Šimić",
      stage: say("Lead", "意向"),
      tone: "indigo",
      brought: 0,
      answers: 1,
      seen: "2026-11-11T18:20:00Z",
    },
  ];
}

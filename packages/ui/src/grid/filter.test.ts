import { type Filter, filterSchema } from "@guildhall/core/grid";
import { expect, test } from "vitest";
import type { GridColumn } from "./column.ts";
import {
  draftOf,
  newCondition,
  withCondition,
  withOperator,
  withoutCondition,
  withPart,
  writeDraft,
} from "./filter-draft.ts";
import { filterWords } from "./filter-words.ts";

const column = (id: string, label: string, kind: GridColumn["kind"]): GridColumn => ({
  id,
  label,
  kind,
  sortable: true,
  filterable: true,
  editable: true,
  shown: true,
  width: 160,
  ...(id === "stage" && {
    choices: [
      { id: "customer", name: "Customer" },
      { id: "partner", name: "Partner" },
    ],
  }),
});
const columns = [
  column("stage", "Stage", "choice"),
  column("seen", "Last heard of", "instant"),
  column("owner", "Owner", "record"),
];
const en = {
  locale: "en" as const,
  t: ((message, ...[inputs]) => message((inputs ?? {}) as Parameters<typeof message>[0], { locale: "en" })) as KitT,
};
const zh = {
  locale: "zh-CN" as const,
  t: ((message, ...[inputs]) => message((inputs ?? {}) as Parameters<typeof message>[0], { locale: "zh-CN" })) as KitT,
};
type KitT = import("../words/use-kit-words.ts").KitWords["t"];

const silent: Filter = {
  all: [
    { column: "stage", is: "any-of", chosen: ["customer", "partner"] },
    {
      any: [
        { column: "seen", is: "before", day: { ago: 90, unit: "day" } },
        { column: "seen", is: "empty" },
      ],
    },
  ],
};

test("a filter reads like a sentence, in either language", () => {
  expect(filterWords(silent, { columns, names: {} }, en)).toBe(
    "Stage: Customer or Partner, and (Last heard of more than 90 days ago or no Last heard of)",
  );
  const chinese = columns.map((each) => ({
    ...each,
    label: { stage: "阶段", seen: "最近动静", owner: "负责人" }[each.id] ?? "",
  }));
  const named = chinese.map((each) =>
    each.id === "stage"
      ? {
          ...each,
          choices: [
            { id: "customer", name: "客户" },
            { id: "partner", name: "伙伴" },
          ],
        }
      : each,
  );
  expect(filterWords(silent, { columns: named, names: {} }, zh)).toBe(
    "阶段是客户或伙伴，且（最近动静在 90 天以前或没有最近动静）",
  );
  expect(
    filterWords({ column: "owner", is: "any-of", chosen: ["me", "x"] }, { columns, names: { x: "Lin" } }, en),
  ).toBe("Owner: me or Lin");
  expect(filterWords({ column: "gone", is: "filled" }, { columns, names: {} }, en)).toContain("gone");
});

test("what was written is the filter again; groups of one are that one", () => {
  expect(writeDraft(draftOf(silent)).filter).toEqual(silent);
  expect(writeDraft(draftOf({ all: [{ any: [{ column: "seen", is: "empty" }] }] })).filter).toEqual({
    column: "seen",
    is: "empty",
  });
  expect(writeDraft(draftOf(null))).toMatchObject({ filter: null, tooLarge: false });
});

test("a condition half said is no filter yet, and is named", () => {
  const [stage] = columns;
  if (!stage) throw new Error("sample columns");
  const half = newCondition(stage);
  const draft = { ...draftOf(silent), parts: [...draftOf(silent).parts, half] };
  expect(writeDraft(draft)).toMatchObject({ filter: silent, unfinished: new Set([half.key]) });
  expect(writeDraft(withPart(draft, half.key, null)).unfinished.size).toBe(0);
  expect(withOperator({ ...half, operands: { chosen: ["customer"] } }, "none-of").operands).toEqual({
    chosen: ["customer"],
  });
  expect(withOperator({ ...half, operands: { chosen: ["customer"] } }, "empty").operands).toEqual({});
});

test("more than a filter can hold is refused before it is asked", () => {
  const many = draftOf({ all: Array.from({ length: 50 }, () => ({ column: "seen", is: "empty" as const })) });
  const [first] = many.parts;
  if (!first) throw new Error("no condition");
  expect(writeDraft({ ...many, parts: [...many.parts, first] })).toMatchObject({ filter: null, tooLarge: true });
});

test("a chip takes its own condition away and leaves the rest", () => {
  if (!("all" in silent)) throw new Error("a group");
  const [stage, heard] = silent.all;
  if (!stage || !heard || !("any" in heard)) throw new Error("two parts");
  const [before] = heard.any;
  if (!before || "all" in before || "any" in before || "all" in stage || "any" in stage) throw new Error("conditions");
  expect(withoutCondition(silent, before)).toEqual({ all: [stage, { column: "seen", is: "empty" }] });
  expect(withoutCondition(silent, stage)).toEqual(heard);
  expect(withoutCondition(stage, stage)).toBeNull();
  expect(filterSchema.parse(withCondition(silent, stage))).toEqual({ all: [...silent.all, stage] });
});

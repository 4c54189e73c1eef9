import { clockAt, type Id } from "@guildhall/core";
import { fieldColumn } from "@guildhall/core/grid";
import { testNow } from "@guildhall/testing";
import fc from "fast-check";
import { removeAffiliation } from "../../affiliations/remove-affiliation.ts";
import { addToAudience } from "../../audiences/add-to-audience.ts";
import { deleteList } from "../../audiences/delete-list.ts";
import { removeFromAudience } from "../../audiences/remove-from-audience.ts";
import { bulkEdit } from "../../bulk/bulk-edit.ts";
import { addDomain } from "../../companies/add-domain.ts";
import { deleteCompany } from "../../companies/delete-company.ts";
import { removeDomain } from "../../companies/remove-domain.ts";
import { carryOut } from "../../imports/engine/jobs/run-job.ts";
import type { ImportMode } from "../../imports/engine/plan/rules.ts";
import { runImport } from "../../imports/engine/runs/steer-run.ts";
import { mergePeople } from "../../merging/merge-people.ts";
import { deleteTag } from "../../tags/delete-tag.ts";
import { mergeTags } from "../../tags/merge-tags.ts";
import { NothingThere } from "./nothing-there.ts";
import type { UndoingWorld } from "./undoing-world.ts";

/** Something that is done to a hall, and on whom: numbers that pick among those who are there by then. */
export interface Deed {
  readonly what: keyof typeof deeds | "take the last one back";
  readonly picks: readonly [number, number, number];
}

type Doing = (world: UndoingWorld, pick: Picker) => Promise<unknown>;

interface Picker {
  one<Value>(from: readonly Value[], place?: 0 | 1 | 2): Value;
  some<Value>(from: readonly Value[]): Value[];
  readonly number: number;
}

export async function doDeed(world: UndoingWorld, { what, picks }: Deed): Promise<unknown> {
  if (what === "take the last one back") return;
  const [first, second, third] = picks;
  return deeds[what](world, {
    one: (from, place = 0) => {
      const found = from[picks[place] % Math.max(from.length, 1)];
      if (found === undefined) throw new NothingThere();
      return found;
    },
    some: (from) => {
      if (from.length === 0) throw new NothingThere();
      return from.filter((_, index) => (first >> (index % 8)) & 1 || index === second % from.length);
    },
    number: third,
  });
}

const bulk =
  (grid: "people" | "companies", change: (world: UndoingWorld, pick: Picker) => Promise<unknown>): Doing =>
  async (world, pick) => {
    const ids = pick.some(await world.ids(grid === "people" ? "person" : "company"));
    const what = await change(world, pick);
    return world.as((ctx) => bulkEdit(ctx, { grid, selection: { ids }, change: what }));
  };

const pair = async ({ ids }: UndoingWorld, pick: Picker) => {
  const people = (await ids("person")) as Id<"person">[];
  const keptId = pick.one(people);
  return {
    keptId,
    mergedId: pick.one(
      people.filter((id) => id !== keptId),
      1,
    ),
  };
};

const asEither = (number: number) => (number % 2 === 0 ? ("kept" as const) : ("merged" as const));

const deeds = {
  "import as new, updating and filling": (world, pick) => importing(world, pick),
  "set a stage": bulk("people", async (_, { one }) => ({ stage: one(["lead", "customer", "partner", null], 2) })),
  "set fields and a language": bulk("people", async ({ fields }, { number }) => ({
    set: {
      [fieldColumn(fields.size)]: number % 3 === 0 ? null : number,
      [fieldColumn(fields.motto)]: `Motto ${number % 4}`,
      language: number % 2 === 0 ? "en" : "zh-CN",
    },
  })),
  "give an owner": bulk("people", async ({ keeper }, { number }) => ({
    owner: number % 3 === 0 || keeper.kind !== "person" ? null : keeper.personId,
  })),
  tag: bulk("people", async ({ ids }, { one }) => ({ tag: [one(await ids("tag"), 2)] })),
  untag: bulk("people", async ({ ids }, { one }) => ({ untag: [one(await ids("tag"), 2)] })),
  "put companies under another": bulk("companies", async ({ ids }, { one, number }) => ({
    set: { parent: number % 4 === 0 ? null : one(await ids("company"), 2) },
  })),
  "tag companies": bulk("companies", async ({ ids }, { one }) => ({ tag: [one(await ids("tag"), 2)] })),
  "put on a list in bulk": bulk("people", async ({ ids }, { one }) => ({
    addToAudience: one(await ids("audience"), 2),
  })),
  "delete people": bulk("people", async () => ({ delete: true })),
  "delete companies": bulk("companies", async () => ({ delete: true })),
  merge: async (world, pick) => {
    const { keptId, mergedId } = await pair(world, pick);
    const choice = asEither(pick.number);
    const columns = ["name", "email", "phone", "stage", "owner", `field:${world.fields.size}`];
    const choices = Object.fromEntries(columns.map((column) => [column, choice]));
    return world.as((ctx) => mergePeople(ctx, { keptId, mergedId, choices }));
  },
  "delete a tag": async ({ ids, as }, { one }) => {
    const tagId = one(await ids("tag"));
    return as((ctx) => deleteTag(ctx, { tagId }));
  },
  "merge tags": async ({ ids, as }, { one }) => {
    const tags = await ids("tag");
    const tagId = one(tags);
    return as((ctx) =>
      mergeTags(ctx, {
        tagId,
        intoId: one(
          tags.filter((id) => id !== tagId),
          1,
        ),
      }),
    );
  },
  "delete a company": async ({ ids, as }, { one }) => {
    const companyId = one(await ids("company"));
    return as((ctx) => deleteCompany(ctx, { companyId }));
  },
  "add a domain": async ({ ids, as }, { one }) => {
    const companyId = one(await ids("company"));
    return as((ctx) => addDomain(ctx, { companyId, domain: "harbor.example", joinPeople: true }));
  },
  "remove a domain": async ({ ids, as }, { one }) => {
    const domainId = one(await ids("company_domain"));
    const companyId = one(await ids("company"), 1);
    return as((ctx) => removeDomain(ctx, { companyId, domainId }));
  },
  "take out a position": async ({ ids, as }, { one }) => {
    const affiliationId = one(await ids("affiliation"));
    return as((ctx) => removeAffiliation(ctx, { affiliationId }));
  },
  "fill a list": async ({ ids, as }, { one }) => {
    const audienceId = one(await ids("audience"));
    const people = await ids("person");
    return as((ctx) => addToAudience(ctx, { audienceId, personIds: [one(people, 1), one(people, 2)] }));
  },
  "empty a list": async ({ ids, as }, { one }) => {
    const audienceId = one(await ids("audience"));
    const personIds = await ids("person");
    return as((ctx) => removeFromAudience(ctx, { audienceId, personIds }));
  },
  "delete a list": async ({ ids, as }, { one }) => {
    const audienceId = one(await ids("audience"));
    return as((ctx) => deleteList(ctx, { audienceId }));
  },
} as const satisfies Record<string, Doing>;

const modes: readonly ImportMode[] = ["update", "fill", "skip"];

/** Some who are known by an address, one by a number, and one who is new; with tags, a company and a field of its own. */
async function importing({ hall, as }: UndoingWorld, { one, number }: Picker): Promise<unknown> {
  const text = `Full name,E-mail,Phone,Stage,Tags,Company,Job title,Size,Boat,Accepts email marketing
Guest ${number % 5} of the file,guest${(number % 6) + 1}@harbor.example,,customer,VIP;New ${number % 3},Harbor,Cook ${number % 2},4${number % 9},Sloop,${number % 2 ? "yes" : "no"}
By number,,+8613800138002,,Cooks,Bay ${number % 2},,,,
Somebody new,new${number % 4}@bay.example,+86138001380${10 + (number % 4)},partner,Sailors,Bay ${number % 2},Mate,7,Yawl,yes
`;
  const runId = await hall.bring({ name: "list.csv", text }, { mode: one(modes) });
  await as((ctx) => runImport(ctx, { runId }));
  return carryOut(hall.workshop, hall.scope(undefined, clockAt(new Date(testNow.getTime() + 86_400_000))), { runId });
}

const pick = fc.nat(255);

export const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.oneof(
    { arbitrary: fc.constant<Deed["what"]>("take the last one back"), weight: 1 },
    { arbitrary: fc.constantFrom(...(Object.keys(deeds) as Deed["what"][])), weight: 8 },
    {
      arbitrary: fc.constantFrom<Deed["what"]>("import as new, updating and filling", "merge", "delete people"),
      weight: 5,
    },
  ),
  picks: fc.tuple(pick, pick, pick),
});

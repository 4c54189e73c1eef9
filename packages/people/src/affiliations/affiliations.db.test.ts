import { rejects } from "node:assert/strict";
import type { Id } from "@guildhall/core";
import { undoChangeSet } from "@guildhall/tenancy";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { createCompany } from "../companies/create-company.ts";
import { addAffiliation } from "./add-affiliation.ts";
import { listAffiliations } from "./affiliation.queries.ts";
import { editAffiliation, endAffiliation } from "./edit-affiliation.ts";
import { preferAffiliation } from "./prefer-affiliation.ts";
import { removeAffiliation } from "./remove-affiliation.ts";

const db = useDatabase();

async function working() {
  const hall = await given(db).tenant();
  const personId = await hall.person();
  const [harbor, pine] = await Promise.all(
    ["Harbor", "Pine"].map((name) => hall.inside((ctx) => createCompany(ctx, { name }))),
  );
  return { hall, personId, harbor, pine };
}
const add = (hall: GivenTenant, input: object) => hall.inside((ctx) => addAffiliation(ctx, input));
const list = (hall: GivenTenant, personId: Id<"person">) => hall.inside((ctx) => listAffiliations(ctx, personId));
const shown = async (personId: Id<"person">) =>
  (await db.owner.query("select job_title from person where id = $1", [personId])).rows[0]?.job_title;

test("somebody's places are kept in time, and the one that is preferred is theirs", async () => {
  const { hall, personId, harbor, pine } = await working();
  const first = await add(hall, { personId, companyId: harbor, title: "Skipper", since: "2020-02-29" });
  await add(hall, { personId, companyId: pine, title: "Board", since: "2021-01-01" });
  expect(await shown(personId)).toBe("Board");
  await hall.inside((ctx) => preferAffiliation(ctx, { affiliationId: first }));
  expect(await shown(personId)).toBe("Skipper");
  await hall.inside((ctx) => endAffiliation(ctx, { affiliationId: first }));
  expect(await shown(personId)).toBe("Board");
  expect(await list(hall, personId)).toMatchObject([
    { company: { name: "Pine" }, until: null },
    { company: { name: "Harbor" }, since: "2020-02-29", until: "2026-03-02", preferred: false },
  ]);
  await rejects(
    hall.inside((ctx) => preferAffiliation(ctx, { affiliationId: first })),
    { code: "people.position-over" },
  );
  const again = await add(hall, { personId, companyId: harbor, title: "Owner", preferred: true });
  expect(await shown(personId)).toBe("Owner");
  expect((await list(hall, personId))[0]).toMatchObject({ id: again, preferred: true });
});

test("one place at a time at one company, also where two are given at once or records were merged", async () => {
  const { hall, personId, harbor } = await working();
  const both = await Promise.allSettled([1, 2].map(() => add(hall, { personId, companyId: harbor })));
  expect(both.filter(({ status }) => status === "rejected")).toMatchObject([
    { reason: { code: "people.position-twice", fields: { companyId: "people.position-twice" } } },
  ]);
  const merged = await hall.person();
  await db.owner.query("update person set canonical_id = $2 where id = $1", [merged, personId]);
  await rejects(add(hall, { personId: merged, companyId: harbor }), { code: "people.position-twice" });
  const [place] = await list(hall, merged);
  await hall.inside((ctx) => endAffiliation(ctx, { affiliationId: place?.id, until: "2026-01-01" }));
  await add(hall, { personId: merged, companyId: harbor });
  await rejects(
    hall.inside((ctx) => editAffiliation(ctx, { affiliationId: place?.id, until: "" })),
    { code: "people.position-twice" },
  );
});

test("a place cannot end before it begins", async () => {
  const { hall, personId, harbor } = await working();
  await expect(add(hall, { personId, companyId: harbor, since: "2020-01-02", until: "2020-01-01" })).rejects.toThrow();
  const id = await add(hall, { personId, companyId: harbor, since: "2020-01-02" });
  await rejects(
    hall.inside((ctx) => endAffiliation(ctx, { affiliationId: id, until: "2020-01-01" })),
    { code: "people.position-ends-first", fields: { until: "people.position-ends-first" } },
  );
});

test("a place that was never theirs is taken out, and can be put back", async () => {
  const { hall, personId, harbor } = await working();
  const affiliationId = await add(hall, { personId, companyId: harbor, title: "Nobody" });
  await hall.inside((ctx) => removeAffiliation(ctx, { affiliationId }));
  expect([await list(hall, personId), await shown(personId)]).toEqual([[], null]);
  const { rows } = await db.owner.query("select id from change_set where tenant_id = $1", [hall.tenant.id]);
  await hall.inside((ctx) => undoChangeSet(ctx, { changeSetId: rows[0]?.id }));
  expect(await shown(personId)).toBe("Nobody");
});

test("whoever only looks writes nothing, and a neighbour's place is not there", async () => {
  const { hall, personId, harbor } = await working();
  const affiliationId = await add(hall, { personId, companyId: harbor });
  const other = await given(db).tenant();
  const viewer = actorWith(await hall.person(), "people.view");
  for (const act of [endAffiliation, editAffiliation, preferAffiliation, removeAffiliation]) {
    await rejects(
      hall.inside((ctx) => act(ctx, { affiliationId, title: "X" }), viewer),
      { code: "core.forbidden" },
    );
    await rejects(
      other.inside((ctx) => act(ctx, { affiliationId, title: "X" })),
      { code: "core.not-found" },
    );
  }
  await rejects(add(other, { personId, companyId: harbor }), { code: "core.not-found" });
  await rejects(add(other, { personId: await other.person(), companyId: harbor }), { code: "people.company-gone" });
});

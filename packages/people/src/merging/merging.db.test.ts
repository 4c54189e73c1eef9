import { rejects } from "node:assert/strict";
import { type Id, newId } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { actorWith, type GivenTenant, given, testNow, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { addAffiliation } from "../affiliations/add-affiliation.ts";
import { removeAffiliation } from "../affiliations/remove-affiliation.ts";
import { createCompany } from "../companies/create-company.ts";
import { deleteCompany } from "../companies/delete-company.ts";
import { addIdentity } from "../identities/add-identity.ts";
import { findAccess } from "../logins/find-access.ts";
import { staffedHall, whileHeld } from "../test/given-staff.ts";
import { withoutLocks } from "../test/without-locks.ts";
import { previewMerge } from "./merge.queries.ts";
import { mergePeople } from "./merge-people.ts";
import type { MergeStep } from "./merge-step.ts";
import { unmergePeople } from "./unmerge-people.ts";

const db = useDatabase();

/** Everything of the hall but its history: what undoing has to give back to the byte. */
async function dump(hall: GivenTenant): Promise<Record<string, unknown[]>> {
  const tables = [
    "person",
    "person_identity",
    "relationship",
    "affiliation",
    "login",
    "membership",
    "field_entry",
    "person_merge",
  ];
  const rows = tables.map(async (table) => {
    const { rows: found } = await db.owner.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) - 'version' as row from ${table} t where tenant_id = $1 order by t::text`,
      [hall.tenant.id],
    );
    return [table, found.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

const set = (ctx: Ctx, id: Id<"person">, columns: object) =>
  ctx.db.updateTable("person").set(columns).where("id", "=", id).execute();

/** Two records of one human: one with a name and a field, one with an address, a stage and another field. */
async function twoRecords() {
  const hall = await given(db).tenant();
  const [kept, merged] = [await hall.person("Maya Lin"), await hall.person("林玛雅")];
  const [size, colour, vip, old] = [newId<"field">(), newId<"field">(), newId<"tag">(), newId<"tag">()];
  await hall.inside(async (ctx) => {
    await set(ctx, kept, { fields: JSON.stringify({ [size]: "M" }), tag_ids: [vip] });
    await set(ctx, merged, {
      stage: "customer",
      fields: JSON.stringify({ [size]: "L", [colour]: "红" }),
      tag_ids: [old, vip],
      created_at: new Date(testNow.getTime() - 86_400_000),
    });
    await addIdentity(ctx, { personId: merged, kind: "email", value: "maya@example.com", source: "by-hand" });
  });
  return { hall, kept, merged, fields: { size, colour }, tags: { vip, old } };
}

const merge = (hall: GivenTenant, keptId: Id<"person">, mergedId: Id<"person">, choices = {}) =>
  hall.inside((ctx) => mergePeople(ctx, { keptId, mergedId, choices }));
const unmerge = (hall: GivenTenant, mergedId: Id<"person">) => hall.inside((ctx) => unmergePeople(ctx, { mergedId }));
const rowOf = async (id: Id<"person">) => (await db.owner.query("select * from person where id = $1", [id])).rows[0];

test("the kept record takes what it lacks, joins the tags, and answers to the other's address", async () => {
  const { hall, kept, merged, fields, tags } = await twoRecords();
  await merge(hall, kept, merged);
  expect(await rowOf(kept)).toMatchObject({
    full_name: "Maya Lin",
    stage: "customer",
    email: "maya@example.com",
    fields: { [fields.size]: "M", [fields.colour]: "红" },
    tag_ids: [tags.vip, tags.old],
    created_at: new Date(testNow.getTime() - 86_400_000),
  });
  expect(await rowOf(merged)).toMatchObject({ canonical_id: kept, full_name: "林玛雅" });
});

test("what is chosen of the other is taken, and the preview said so", async () => {
  const { hall, kept, merged, fields } = await twoRecords();
  const preview = await hall.inside((ctx) => previewMerge(ctx, { keptId: kept, mergedId: merged }));
  expect(preview.differences.map(({ column, takes }) => [column, takes])).toEqual([
    ["name", "kept"],
    ["stage", "merged"],
    ...[
      [`field:${fields.size}`, "kept"],
      [`field:${fields.colour}`, "merged"],
    ].sort(),
  ]);
  expect(preview.gains).toEqual({
    identities: 1,
    relationships: 0,
    positions: 0,
    logins: 0,
    tags: 1,
    audiences: 0,
    timeline: 0,
  });
  await merge(hall, kept, merged, { name: "merged", [`field:${fields.size}`]: "merged" });
  expect(await rowOf(kept)).toMatchObject({ full_name: "林玛雅", fields: { [fields.size]: "L" } });
});

test("unmerging gives both back to the byte; what was changed since stays, and is told", async () => {
  const { hall, kept, merged } = await twoRecords();
  const before = await dump(hall);
  await merge(hall, kept, merged);
  await unmerge(hall, merged);
  expect(await dump(hall)).toEqual(before);

  await merge(hall, kept, merged);
  await hall.inside((ctx) => set(ctx, kept, { stage: "partner" }));
  const { undone } = await unmerge(hall, merged);
  expect(undone.skipped).toMatchObject([{ subjectId: kept, reason: "changed-since", columns: ["stage"] }]);
  expect(await rowOf(kept)).toMatchObject({ stage: "partner", email: null });
  expect(await rowOf(merged)).toMatchObject({ canonical_id: null, email: "maya@example.com" });
});

test("merges into merges make no chain, and come apart in the reverse order alone", async () => {
  const hall = await given(db).tenant();
  const [one, two, three] = [await hall.person("One"), await hall.person("Two"), await hall.person("Three")];
  const apart = await dump(hall);
  await merge(hall, two, one);
  const once = await dump(hall);
  await merge(hall, three, one); // asked by a record that is a part of Two by now
  expect([await rowOf(one), await rowOf(two)]).toMatchObject([{ canonical_id: three }, { canonical_id: three }]);
  await rejects(unmerge(hall, one), { code: "people.unmerge-later-first" });
  await unmerge(hall, two);
  expect(await dump(hall)).toEqual(once);
  await unmerge(hall, one);
  expect(await dump(hall)).toEqual(apart);
});

test("nobody is merged with themselves, with an erased record, or with somebody of another hall", async () => {
  const [hall, other] = [await given(db).tenant(), await given(db).tenant()];
  const [one, two, erased] = [await hall.person(), await hall.person(), await hall.person()];
  await hall.inside((ctx) => set(ctx, erased, { erased_at: testNow }));
  await merge(hall, one, two);
  await rejects(merge(hall, one, two), { code: "people.merge-same" });
  await rejects(merge(hall, one, erased), { code: "people.merge-erased" });
  await rejects(merge(hall, one, await other.person()), { code: "core.not-found" });
  await rejects(
    hall.inside((ctx) => mergePeople(ctx, { keptId: one, mergedId: erased }), actorWith(one, "people.view")),
    { code: "core.forbidden" },
  );
});

test("a record of staff is the one that stays, two of them stay two, and no role is given by merging", async () => {
  const hall = await staffedHall(db);
  const owner = await hall.somebody("owner");
  const [admin, manager, member] = [
    await hall.somebody("admin"),
    await hall.somebody("manager"),
    await hall.somebody(null),
  ];
  const as = (who: typeof owner, keptId: Id<"person">, mergedId: Id<"person">) =>
    hall.inside((ctx) => mergePeople(ctx, { keptId, mergedId }), who.actor);
  await rejects(as(owner, admin.personId, manager.personId), { code: "people.merge-two-staff" });
  await rejects(as(manager, member.personId, admin.personId), { code: "people.merge-of-staff" });
  expect(await as(owner, member.personId, admin.personId)).toMatchObject({
    keptId: admin.personId,
    mergedId: member.personId,
  });
});

test("both who could sign in still can, as the one they are now, and part again when the records do", async () => {
  const hall = await staffedHall(db);
  const [owner, member] = [await hall.somebody("owner", "Maya"), await hall.somebody(null, "Maya, at home")];
  const here = async (who: typeof owner) =>
    (await db.database.withPlatform("sign-in", (platform) => findAccess(platform, hall.tenant.slug, who.userId)))
      ?.actor;
  const pair = { keptId: owner.personId, mergedId: member.personId };
  await hall.inside((ctx) => mergePeople(ctx, pair), owner.actor);
  expect(await here(member)).toMatchObject({ personId: owner.personId, role: "owner" });
  expect(await here(owner)).toMatchObject({ personId: owner.personId, role: "owner" });
  await hall.inside((ctx) => unmergePeople(ctx, pair), owner.actor);
  expect(await here(member)).toMatchObject({ personId: member.personId, role: null });
});

test("of two addresses the one to use is chosen, the other is kept, and parting gives both their own again", async () => {
  const { hall, kept, merged } = await twoRecords();
  await hall.inside((ctx) =>
    addIdentity(ctx, { personId: kept, kind: "email", value: "lin@example.com", source: "by-hand" }),
  );
  const before = await dump(hall);
  for (const [choice, address] of [
    ["kept", "lin@example.com"],
    ["merged", "maya@example.com"],
  ] as const) {
    await merge(hall, kept, merged, { email: choice });
    expect(await rowOf(kept)).toMatchObject({ email: address });
    await unmerge(hall, merged);
    expect(await dump(hall)).toEqual(before);
  }
  // The other's preferred address does not push itself forward.
  await db.owner.query("update person_identity set preferred = true where person_id = $1", [merged]);
  await merge(hall, kept, merged);
  expect(await rowOf(kept)).toMatchObject({ email: "lin@example.com" });
});

test("a company can go once nobody is there, though somebody who was merged into another has been", async () => {
  const { hall, kept, merged } = await twoRecords();
  const companyId = await hall.inside((ctx) => createCompany(ctx, { name: "Harbor" }));
  const affiliationId = await hall.inside((ctx) =>
    addAffiliation(ctx, { personId: merged, companyId, title: "Chair" }),
  );
  await merge(hall, kept, merged);
  expect(await rowOf(merged)).toMatchObject({ company_id: null, job_title: null });
  await hall.inside((ctx) => removeAffiliation(ctx, { affiliationId }));
  await hall.inside((ctx) => deleteCompany(ctx, { companyId }));
});

test("a domain settles what there may be one of, in the same transaction", async () => {
  const { hall, kept, merged } = await twoRecords();
  const told: string[] = [];
  const step: MergeStep = {
    name: "votes",
    merge: async (_, pair) => void told.push(`merge ${pair.mergedId}`),
    unmerge: async (_, pair) => void told.push(`unmerge ${pair.mergedId}`),
  };
  await hall.inside((ctx) => mergePeople(ctx, { keptId: kept, mergedId: merged }, [step]));
  await hall.inside((ctx) => unmergePeople(ctx, { mergedId: merged }, [step]));
  expect(told).toEqual([`merge ${merged}`, `unmerge ${merged}`]);
});

test("of two who merge two records the two ways round, one does", async () => {
  const hall = await given(db).tenant();
  const [one, two] = [await hall.person("One"), await hall.person("Two")];
  const both = await Promise.allSettled([merge(hall, one, two), merge(hall, two, one)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

/** One goes into two and two into three at the same moment; where the first ends up. */
async function mergedAtOnce(manner: (ctx: Ctx) => Ctx): Promise<"three" | "a chain"> {
  const hall = await given(db).tenant();
  const [one, two, three] = [await hall.person("One"), await hall.person("Two"), await hall.person("Three")];
  const pairs = [
    { keptId: two, mergedId: one },
    { keptId: three, mergedId: two },
  ];
  await whileHeld(
    db,
    { rows: `person where id = '${two}'`, waiters: 2 },
    () => pairs.map((pair) => hall.inside((ctx) => mergePeople(manner(ctx), pair))),
    (waiting, expected) => expect.poll(waiting, { timeout: 5_000, interval: 20 }).toBe(expected),
  );
  return (await rowOf(one)).canonical_id === three ? "three" : "a chain";
}

test("merges that touch at the same moment make no chain; without the locks they would", async () => {
  expect(await mergedAtOnce((ctx) => ctx)).toBe("three");
  expect(await mergedAtOnce(withoutLocks)).toBe("a chain");
});

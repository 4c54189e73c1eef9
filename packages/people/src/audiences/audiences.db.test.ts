import { rejects } from "node:assert/strict";
import { undoChangeSet } from "@guildhall/tenancy";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { changeRole } from "../staff/change-role.ts";
import { leaveHall } from "../staff/leave-hall.ts";
import { transferOwnership } from "../staff/transfer-ownership.ts";
import { staffedHall } from "../test/given-staff.ts";
import { addToAudience } from "./add-to-audience.ts";
import {
  countAudiences,
  getAudience,
  isInAudience,
  listAudienceMembers,
  listAudiences,
  listAudiencesOf,
} from "./audience.queries.ts";
import { createList } from "./create-list.ts";
import { deleteList } from "./delete-list.ts";
import { removeFromAudience } from "./remove-from-audience.ts";
import { renameList } from "./rename-list.ts";

const db = useDatabase();
const page = { size: 50, cursor: null };

const list = (hall: GivenTenant, name = "Friends of the house") => hall.inside((ctx) => createList(ctx, { name }));
const members = async (hall: GivenTenant, audienceId: Awaited<ReturnType<typeof list>>) =>
  (await hall.inside((ctx) => listAudienceMembers(ctx, audienceId, page))).rows.map(({ personId }) => personId);
const undoLast = async (hall: GivenTenant) => {
  const { rows } = await db.owner.query("select id from change_set where tenant_id = $1 order by id desc limit 1", [
    hall.tenant.id,
  ]);
  return hall.inside((ctx) => undoChangeSet(ctx, { changeSetId: rows[0]?.id }));
};

test("people are put on a list and taken off it, one or many, and many at once are taken back", async () => {
  const hall = await given(db).tenant();
  const audienceId = await list(hall);
  const [a, b, c] = [await hall.person(), await hall.person(), await hall.person()];
  const put = (...personIds: string[]) => hall.inside((ctx) => addToAudience(ctx, { audienceId, personIds }));
  expect(await put(a)).toBe(1);
  expect(await put(a, b, c)).toBe(2);
  expect(await put(a, b, c)).toBe(0);
  expect(await members(hall, audienceId)).toEqual([a, b, c]);
  await hall.inside((ctx) => removeFromAudience(ctx, { audienceId, personIds: [a, c] }));
  expect(await members(hall, audienceId)).toEqual([b]);
  await undoLast(hall);
  expect(await members(hall, audienceId)).toEqual([a, b, c]);
  const { rows } = await db.owner.query("select name from fact where tenant_id = $1 and name like 'people.audience%'", [
    hall.tenant.id,
  ]);
  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["people.audience-joined", "people.audience-filled", "people.audience-emptied"]),
  );
});

test("merged records are one, and who was erased is in no audience", async () => {
  const hall = await given(db).tenant();
  const audienceId = await list(hall);
  const [kept, merged, erased] = [await hall.person("Kept"), await hall.person("Merged"), await hall.person()];
  await hall.inside((ctx) => addToAudience(ctx, { audienceId, personIds: [merged, erased] }));
  await db.owner.query("update person set canonical_id = $2 where id = $1", [merged, kept]);
  await db.owner.query("update person set erased_at = now() where id = $1", [erased]);
  expect(await members(hall, audienceId)).toEqual([kept]);
  expect((await hall.inside((ctx) => countAudiences(ctx, [audienceId]))).get(audienceId)).toEqual({
    count: 1,
    more: false,
  });
  for (const [id, inside] of [
    [kept, true],
    [merged, true],
    [erased, false],
  ] as const)
    expect(await hall.inside((ctx) => isInAudience(ctx, audienceId, id))).toBe(inside);
  expect(await hall.inside((ctx) => addToAudience(ctx, { audienceId, personIds: [kept] }))).toBe(0);
  expect((await hall.inside((ctx) => listAudiencesOf(ctx, kept))).map(({ id }) => id)).toEqual([audienceId]);
  await hall.inside((ctx) => removeFromAudience(ctx, { audienceId, personIds: [kept] }));
  expect(await members(hall, audienceId)).toEqual([]);
});

test("a list is renamed and taken away, and comes back with everybody on it", async () => {
  const hall = await given(db).tenant();
  const audienceId = await list(hall);
  await hall.inside(async (ctx) =>
    addToAudience(ctx, { audienceId, personIds: [await hall.person(), await hall.person()] }),
  );
  await hall.inside((ctx) => renameList(ctx, { audienceId, name: "老友" }));
  await hall.inside((ctx) => deleteList(ctx, { audienceId }));
  await rejects(
    hall.inside((ctx) => getAudience(ctx, audienceId)),
    { code: "core.not-found" },
  );
  await undoLast(hall);
  expect((await hall.inside((ctx) => getAudience(ctx, audienceId))).name).toBe("老友");
  expect(await members(hall, audienceId)).toHaveLength(2);
});

/** Who is in which audience of the staff, by its key, and who should be. */
async function roleAudiences({ tenant }: GivenTenant) {
  const kept = await db.owner.query(
    `select a.source_key as key, m.person_id as id from audience a join audience_member m on m.audience_id = a.id
     where a.tenant_id = $1 and a.kind = 'role' order by 1, 2`,
    [tenant.id],
  );
  const wanted = await db.owner.query(
    `select k.key, m.person_id as id from membership m, lateral (values (m.role), ('all-staff')) k (key)
     where m.tenant_id = $1 order by 1, 2`,
    [tenant.id],
  );
  return { kept: kept.rows, wanted: wanted.rows };
}

test("the audiences of roles are who holds them: after a change of role, a handing over, a leave", async () => {
  const hall = await staffedHall(db);
  const [owner, staff, viewer] = [
    await hall.somebody("owner"),
    await hall.somebody("staff"),
    await hall.somebody("viewer"),
  ];
  const exact = async () => {
    const { kept, wanted } = await roleAudiences(hall);
    expect(kept).toEqual(wanted);
    return kept.length;
  };
  expect(await exact()).toBe(6);
  await hall.inside((ctx) => changeRole(ctx, { personId: staff.personId, role: "manager" }), owner.actor);
  await exact();
  await hall.inside(
    (ctx) =>
      transferOwnership(ctx, {
        personId: viewer.personId,
        hallName: hall.tenant.name,
        afterwards: "admin",
        role: "admin",
      }),
    owner.actor,
  );
  await exact();
  await hall.inside((ctx) => leaveHall(ctx, { afterwards: "nobody" }), staff.actor);
  expect(await exact()).toBe(4);
  const audiences = await hall.inside((ctx) => listAudiences(ctx, page, "role"));
  expect(new Set(audiences.rows.map(({ name }) => name))).toEqual(
    new Set(["owner", "admin", "manager", "staff", "viewer", "all-staff"]),
  );
});

test("nobody fills the audience of a role by hand", async () => {
  const hall = await staffedHall(db);
  const { personId } = await hall.somebody("owner");
  const audiences = await hall.inside((ctx) => listAudiences(ctx, page, "role"));
  for (const { id } of audiences.rows) {
    const input = { audienceId: id, personIds: [personId], name: "X" };
    for (const act of [addToAudience, removeFromAudience, renameList, deleteList])
      await rejects(
        hall.inside<unknown>((ctx) => act(ctx, input)),
        { code: "core.forbidden" },
      );
  }
});

test("whoever only looks changes no list; a neighbour's list and people are not there", async () => {
  const [hall, other] = [await given(db).tenant(), await given(db).tenant()];
  const audienceId = await list(hall);
  const theirs = await other.person();
  const viewer = actorWith(await hall.person(), "people.view");
  const input = { audienceId, personIds: [await hall.person()], name: "X" };
  for (const act of [addToAudience, removeFromAudience, renameList, deleteList]) {
    await rejects(
      hall.inside<unknown>((ctx) => act(ctx, input), viewer),
      { code: "core.forbidden" },
    );
    await rejects(
      other.inside<unknown>((ctx) => act(ctx, input)),
      { code: "core.not-found" },
    );
  }
  await rejects(
    hall.inside((ctx) => addToAudience(ctx, { audienceId, personIds: [theirs] })),
    { code: "core.not-found" },
  );
  expect((await other.inside((ctx) => listAudienceMembers(ctx, audienceId, page))).rows).toEqual([]);
});

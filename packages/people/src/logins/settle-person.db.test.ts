import { createUser } from "@guildhall/auth";
import { type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { addIdentity } from "../identities/add-identity.ts";
import { findAccess } from "./find-access.ts";
import { settlePerson } from "./settle-person.ts";

const db = useDatabase();
let users = 0;
const someUser = () => createUser(db.database, { email: `settle-${++users}@accounts.example`, password: null });
const email = "who@example.com";

const peopleOf = async (hall: GivenTenant) =>
  (await db.owner.query("select id from person where tenant_id = $1", [hall.tenant.id])).rows.map(({ id }) => id);

test("two tabs at once are one person", async () => {
  const hall = await given(db).tenant();
  const userId = await someUser();
  const arrive = () => hall.inside((ctx) => settlePerson(ctx, { userId, verifiedEmail: email, fullName: "Who" }));
  const ids = await Promise.all([arrive(), arrive(), arrive()]);
  expect(new Set(ids).size).toBe(1);
  expect(await peopleOf(hall)).toEqual([ids[0]]);
});

test("the twin without the door's lock shuts one of the tabs out", async () => {
  const hall = await given(db).tenant();
  const userId = await someUser();
  let waiting = 0;
  let open: () => void = () => undefined;
  const both = new Promise<void>((done) => {
    open = done;
  });
  const noLock = async () => {
    if (++waiting === 2) open();
    await both;
  };
  const arrive = () =>
    hall.inside((ctx) => settlePerson(ctx, { userId, verifiedEmail: email, fullName: "Who" }, noLock));
  const done = await Promise.allSettled([arrive(), arrive()]);
  expect(done.filter(({ status }) => status === "rejected")).toMatchObject([{ reason: { kind: "conflict" } }]);
  expect(await peopleOf(hall)).toHaveLength(1);
});

test("who is written down by somebody else at that moment is that person, not a second one", async () => {
  const hall = await given(db).tenant();
  const userId = await someUser();
  const known = await hall.person("From a list");
  let arrived: Promise<string> | undefined;
  await hall.inside(async (ctx) => {
    await addIdentity(ctx, { personId: known, kind: "email", value: email, source: "import:list" });
    // Sees nothing of the above yet, and waits for it at the unique key.
    arrived = hall.inside((other) => settlePerson(other, { userId, verifiedEmail: email, fullName: "Who" }));
    await expect
      .poll(async () => (await db.owner.query("select from pg_locks where not granted")).rowCount)
      .toBeGreaterThan(0);
  });
  expect(await arrived).toBe(known);
  expect(await peopleOf(hall)).toEqual([known]);
});

test("an address on a record that was merged leads to the one that stays, now and at every sign-in", async () => {
  const hall = await given(db).tenant();
  const [kept, merged] = [await hall.person("Kept"), await hall.person("Merged")];
  await hall.inside((ctx) => addIdentity(ctx, { personId: merged, kind: "email", value: email, source: "test" }));
  await db.owner.query("update person set canonical_id = $1 where id = $2", [kept, merged]);
  const userId = await someUser();
  const arrive = () => hall.inside((ctx) => settlePerson(ctx, { userId, verifiedEmail: email, fullName: "Who" }));
  expect([await arrive(), await arrive()]).toEqual([kept, kept]);
  // A login that the merged record had before reads as the kept one too.
  await db.owner.query("update login set person_id = $1 where user_id = $2", [merged, userId]);
  const access = await db.database.withPlatform("sign-in", (db) => findAccess(db, hall.tenant.slug, userId));
  expect(access).toMatchObject({ actor: { personId: kept }, personName: "Kept" });
  expect(await arrive()).toBe(kept);
});

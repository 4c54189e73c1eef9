import { rejects } from "node:assert/strict";
import { createUser } from "@guildhall/auth";
import type { Id } from "@guildhall/core";
import { hasConsent } from "@guildhall/mail";
import { actorWith, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { setPersonConsent } from "../consents/set-person-consent.ts";
import { giveLogin } from "../logins/give-login.ts";
import { getPersonRecord } from "../people/person-record.queries.ts";
import { addIdentityByHand } from "./add-identity-by-hand.ts";
import { preferIdentity } from "./prefer-identity.ts";
import { removeIdentity } from "./remove-identity.ts";

const db = useDatabase();
let users = 0;

async function givenReachable() {
  const hall = await given(db).tenant();
  const me = await hall.person("Maya");
  const staff = actorWith(me, "people.view", "people.edit");
  const [anna, bo] = [await hall.person("Anna"), await hall.person("Bo")];
  const add = (personId: Id<"person">, identity: object) =>
    hall.inside((ctx) => addIdentityByHand(ctx, { personId, ...identity }), staff);
  const record = (id: Id<"person">) => hall.inside((ctx) => getPersonRecord(ctx, id), staff);
  return { hall, staff, anna, bo, add, record };
}

test("an identity is written one way, is one person's, and says so beside its value", async () => {
  const { anna, bo, add, record } = await givenReachable();
  const id = await add(anna, { kind: "email", value: " Anna@Example.COM " });
  expect(await add(anna, { kind: "email", value: "anna@example.com" })).toBe(id);
  await add(anna, { kind: "handle", provider: "ＷeChat", value: "anna_1" });
  expect((await record(anna)).identities).toMatchObject([
    { kind: "email", value: "anna@example.com", verifiedAt: null, source: "by-hand" },
    { kind: "handle", provider: "wechat", value: "anna_1" },
  ]);
  await rejects(add(bo, { kind: "email", value: "anna@example.com" }), {
    code: "people.identity-taken",
    fields: { value: "people.identity-taken" },
  });
  await add(bo, { kind: "handle", provider: "telegram", value: "anna_1" });
});

test("of two who add one address to two people at once, one is told", async () => {
  const { anna, bo, add } = await givenReachable();
  const both = await Promise.allSettled([anna, bo].map((id) => add(id, { kind: "email", value: "one@example.com" })));
  expect(both.filter(({ status }) => status === "rejected")).toMatchObject([
    { reason: { code: "people.identity-taken", fields: { value: "people.identity-taken" } } },
  ]);
});

test("the preferred of a kind is the one in use, over merged records too", async () => {
  const { hall, staff, anna, bo, add } = await givenReachable();
  await add(anna, { kind: "email", value: "first@example.com" });
  const second = await add(bo, { kind: "email", value: "second@example.com" });
  await db.owner.query("update person set canonical_id = $1 where id = $2", [anna, bo]);
  await hall.inside((ctx) => preferIdentity(ctx, { personId: anna, identityId: second }), staff);
  const { rows } = await db.owner.query("select email from person where id = $1", [anna]);
  expect(rows).toEqual([{ email: "second@example.com" }]);
});

test("what somebody proved stays while they sign in here, and goes once they do not", async () => {
  const { hall, staff, anna, add, record } = await givenReachable();
  const id = await add(anna, { kind: "email", value: "mine@example.com" });
  const spare = await add(anna, { kind: "email", value: "spare@example.com" });
  await db.owner.query("update person_identity set verified_at = now() where id = $1", [id]);
  const userId = await createUser(db.database, { email: `mine-${++users}@accounts.example`, password: null });
  await hall.inside((ctx) => giveLogin(ctx, { userId, personId: anna }));
  const remove = (identityId: string) =>
    hall.inside((ctx) => removeIdentity(ctx, { personId: anna, identityId }), staff);
  await rejects(remove(id), { code: "people.identity-proven" });
  await remove(spare);
  await db.owner.query("delete from login where tenant_id = $1", [hall.tenant.id]);
  await remove(id);
  expect((await record(anna)).identities).toEqual([]);
  await rejects(remove(id), { code: "core.not-found" });
});

test("what somebody agreed to is said per address and purpose, by staff or by themselves, and by nobody else", async () => {
  const { hall, staff, anna, bo, add } = await givenReachable();
  const identityId = await add(anna, { kind: "email", value: "yes@example.com" });
  const handle = await add(anna, { kind: "handle", provider: "wechat", value: "x" });
  const say = (granted: boolean, actor = staff, personId = anna, id = identityId) =>
    hall.inside((ctx) => setPersonConsent(ctx, { personId, identityId: id, purpose: "events", granted }), actor);
  await say(true);
  const to = { channel: "email", address: "yes@example.com" } as const;
  expect(await hall.inside((ctx) => hasConsent(ctx, to, "events"))).toBe(true);
  expect(await hall.inside((ctx) => hasConsent(ctx, to, "marketing"))).toBe(false);
  await say(false, actorWith(anna));
  expect(await hall.inside((ctx) => hasConsent(ctx, to, "events"))).toBe(false);
  await rejects(say(true, actorWith(bo)), { code: "core.not-found" });
  await rejects(say(true, staff, bo), { code: "core.not-found" });
  await rejects(say(true, staff, anna, handle), { code: "people.consent-no-channel" });
  const { rows } = await db.owner.query(
    "select payload->>'granted' as granted from fact where tenant_id = $1 and name = 'people.consent-changed' order by id",
    [hall.tenant.id],
  );
  expect(rows).toEqual([{ granted: "true" }, { granted: "false" }]);
});

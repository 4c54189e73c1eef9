import { rejects } from "node:assert/strict";
import { clockAt } from "@guildhall/core";
import { actorWith, testNow, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { addIdentity } from "../identities/add-identity.ts";
import { addLogin } from "../logins/add-login.ts";
import { approveRequests } from "../members/decide-requests.ts";
import { listWaiting } from "../members/member.queries.ts";
import { givenDoor } from "../test/given-door.ts";
import { claimByLink } from "./claim-by-link.ts";
import { claimPerson } from "./claim-person.ts";
import { type ExaminedPerson, readPerson } from "./examine-person.ts";
import { findPersonalLink, makePersonalLink, revokePersonalLink } from "./personal-link.ts";

const db = useDatabase();
const page = { size: 50, cursor: null };
const house = "https://hall.example";

test("whom the hall knows by their address becomes that person, and never a second one", async () => {
  const door = await givenDoor(db, "open");
  const personId = await door.known("yuze@example.com");
  const comer = await door.comer({ email: "yuze@example.com", fullName: "Somebody" });
  expect(await door.knock(comer, { mailboxProven: false })).toEqual({ kind: "prove-mailbox" });
  expect(await door.logins()).toEqual([]);
  expect(await door.knock(comer)).toEqual({ kind: "joined", personId, claimed: true });
  expect(await door.facts("people.person-claimed")).toEqual([{ personId, by: "email" }]);
  const { rows } = await db.owner.query("select verified_at from person_identity where person_id = $1", [personId]);
  expect(rows).toMatchObject([{ verified_at: expect.any(Date) }]);
});

test("a record that was merged gives the one that stays", async () => {
  const door = await givenDoor(db, "open");
  const [merged, kept] = [await door.known("old@example.com"), await door.known("new@example.com")];
  await db.owner.query("update person set canonical_id = $1 where id = $2", [kept, merged]);
  const comer = await door.comer({ email: "old@example.com" });
  expect(await door.knock(comer)).toEqual({ kind: "joined", personId: kept, claimed: true });
});

test.each(["info@shop.example", "sales+cn@shop.example", "Customer.Service@shop.example".toLowerCase()])(
  "a shared mailbox is for staff to give: %s",
  async (email) => {
    const door = await givenDoor(db, "open");
    const personId = await door.known(email);
    const comer = await door.comer({ email });
    expect(await door.knock(comer)).toEqual({ kind: "waiting" });
    const { rows } = await door.hall.inside((ctx) => listWaiting(ctx, page), door.keeper);
    expect(rows).toMatchObject([{ reason: "shared-address", claimsPersonId: personId, claimsBy: "email" }]);
    await door.hall.inside(
      (ctx) =>
        approveRequests(
          ctx,
          rows.map(({ id }) => id),
          house,
        ),
      door.keeper,
    );
    expect(await door.logins()).toEqual([{ user_id: comer.userId, person_id: personId }]);
  },
);

test("a record with a login is for staff to share; one of staff is nobody's to give", async () => {
  const door = await givenDoor(db, "open");
  const personId = await door.known("family@example.com");
  const first = await door.comer({ email: "family@example.com" });
  await door.knock(first);
  const second = await door.comer({ email: "family@example.com" });
  expect(await door.knock(second)).toEqual({ kind: "waiting" });
  const waiting = async () => (await door.hall.inside((ctx) => listWaiting(ctx, page), door.keeper)).rows;
  expect(await waiting()).toMatchObject([{ reason: "person-taken" }]);

  await db.owner.query("insert into membership values ($1, $2, 'owner', now())", [door.hall.tenant.id, personId]);
  const ids = (await waiting()).map(({ id }) => id);
  const approve = () => door.hall.inside((ctx) => approveRequests(ctx, ids, house), door.keeper);
  expect(await approve()).toEqual({ decided: 0, left: 1 });
  expect(await door.logins()).toHaveLength(1);

  await db.owner.query("delete from membership where person_id = $1", [personId]);
  expect(await approve()).toEqual({ decided: 1, left: 0 });
  expect((await door.logins()).map(({ person_id }) => person_id)).toEqual([personId, personId]);
});

test("a personal link opens a record once, past any rule of joining, and never twice", async () => {
  const door = await givenDoor(db, "invitation");
  const personId = await door.known(null, "+8613800138000");
  const token = await door.hall.inside((ctx) => makePersonalLink(ctx, personId), door.keeper);
  const stored = await db.owner.query("select k::text as row from personal_link k where person_id = $1", [personId]);
  expect(stored.rows[0].row).not.toContain(token);
  const link = await door.hall.inside((ctx) => findPersonalLink(ctx, token));
  if (!link) return expect.unreachable("the link opens nothing");
  const comers = await Promise.all(Array.from({ length: 6 }, () => door.comer()));
  const outcomes = await Promise.allSettled(
    comers.map((joiner) => door.hall.inside((ctx) => claimByLink(ctx, { joiner, linkId: link.id }))),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toMatchObject([
    { value: { kind: "joined", personId, claimed: true } },
  ]);
  for (const outcome of outcomes)
    if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "people.link-gone" });
  expect(await door.logins()).toHaveLength(1);
  expect(await door.hall.inside((ctx) => findPersonalLink(ctx, token))).toBeNull();
});

test("a link that was taken back, replaced, has run out, or is another hall's opens nothing", async () => {
  const [door, other] = [await givenDoor(db, "open"), await givenDoor(db, "open")];
  const personId = await door.known(null);
  const make = () => door.hall.inside((ctx) => makePersonalLink(ctx, personId), door.keeper);
  const opens = (token: string, at = testNow, hall = door.hall) =>
    hall.inside((ctx) => findPersonalLink(ctx, token), undefined, clockAt(at)).then((link) => link !== null);
  const first = await make();
  expect(await opens(first)).toBe(true);
  const second = await make();
  expect([await opens(first), await opens(second)]).toEqual([false, true]);
  expect(await opens(second, new Date(testNow.getTime() + 30 * 86_400_000))).toBe(false);
  expect(await opens(second, testNow, other.hall)).toBe(false);
  await door.hall.inside((ctx) => revokePersonalLink(ctx, personId), door.keeper);
  expect(await opens(second)).toBe(false);
});

test("only staff hand out keys, and to no record of staff or one that has its owner", async () => {
  const door = await givenDoor(db, "open");
  const personId = await door.known("owner@example.com");
  const make = (actor = door.keeper) => door.hall.inside((ctx) => makePersonalLink(ctx, personId), actor);
  await rejects(make(actorWith(personId)), { code: "core.not-found" });
  await rejects(make(actorWith(personId, "people.view")), { code: "core.not-found" });
  await door.knock(await door.comer({ email: "owner@example.com" }));
  await rejects(make(), { code: "people.person-taken" });
  await db.owner.query("delete from login where person_id = $1", [personId]);
  await db.owner.query("insert into membership values ($1, $2, 'admin', now())", [door.hall.tenant.id, personId]);
  await rejects(make(), { code: "people.claim-of-staff" });
});

test("who has a record here does not get a second: staff are asked to put the two together, and nothing else changes", async () => {
  const door = await givenDoor(db, "open");
  const comer = await door.comer();
  const mine = await door.knock(comer);
  if (mine.kind !== "joined") return expect.unreachable("not in");
  const other = await door.known(null, "+8613800138001");
  const token = await door.hall.inside((ctx) => makePersonalLink(ctx, other), door.keeper);
  const link = await door.hall.inside((ctx) => findPersonalLink(ctx, token));
  if (!link) return expect.unreachable("the link opens nothing");
  const claim = door.hall.inside((ctx) => claimByLink(ctx, { joiner: comer, linkId: link.id }));
  expect(await claim).toEqual({ kind: "two-records" });
  expect(await door.logins()).toEqual([{ user_id: comer.userId, person_id: mine.personId }]);
  const { rows } = await door.hall.inside((ctx) => listWaiting(ctx, page), door.keeper);
  expect(rows).toMatchObject([{ kind: "merge", claimsPersonId: other, hasPersonId: mine.personId }]);
  const approved = door.hall.inside(
    (ctx) =>
      approveRequests(
        ctx,
        rows.map(({ id }) => id),
        house,
      ),
    door.keeper,
  );
  expect(await approved).toEqual({ decided: 0, left: 1 });
});

/** How many of six get a record that they all claim at once, each having looked before any of them wrote. */
async function claimAtOnce(examine?: (crowd: () => Promise<void>) => typeof readPerson): Promise<number> {
  const door = await givenDoor(db, "open");
  const personId = await door.known("wanted@example.com");
  const comers = await Promise.all(Array.from({ length: 6 }, () => door.comer()));
  const crowd = gathering(comers.length);
  await Promise.allSettled(
    comers.map(({ userId }) =>
      door.hall.inside((ctx) => claimPerson(ctx, { userId, personId, by: "email" }, examine?.(crowd))),
    ),
  );
  return (await door.logins()).length;
}

test("of six who claim one person at once one gets them", async () => {
  expect(await claimAtOnce()).toBe(1);
});

test("twin: without the lock on the person several would", async () => {
  const unlocked =
    (crowd: () => Promise<void>) =>
    async (...given: Parameters<typeof readPerson>) => {
      const seen: ExaminedPerson | null = await readPerson(...given);
      await crowd();
      return seen;
    };
  expect(await claimAtOnce(unlocked)).toBeGreaterThan(1);
});

/** Resolves for all once that many have come. */
function gathering(size: number): () => Promise<void> {
  let open: () => void = () => undefined;
  const full = new Promise<void>((resolve) => {
    open = resolve;
  });
  let come = 0;
  return () => {
    come += 1;
    if (come === size) open();
    return full;
  };
}

test("identities and logins that cannot be are said in our own words", async () => {
  const door = await givenDoor(db, "open");
  const [one, comer] = [await door.known("taken@example.com"), await door.comer()];
  const add = (value: string, personId = one) =>
    door.hall.inside((ctx) => addIdentity(ctx, { personId, kind: "email", value, source: "test" }));
  await rejects(add("taken@example.com"), { code: "people.identity-taken" });
  for (const value of ["", "a\u0000b@example.com", `${"x".repeat(400)}@example.com`])
    await rejects(add(value), { code: "people.identity-malformed" });
  await rejects(add("new@example.com", comer.userId as unknown as typeof one), { code: "core.not-found" });
  const staff = { userId: comer.userId, fullName: "A", role: null };
  await door.hall.inside((ctx) => addLogin(ctx, { ...staff, email: "first@example.com" }));
  await rejects(
    door.hall.inside((ctx) => addLogin(ctx, { ...staff, email: "second@example.com" })),
    { code: "people.login-taken" },
  );
});

import { rejects } from "node:assert/strict";
import { createUser } from "@guildhall/auth";
import { type Id, systemActor } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { useDatabase } from "@guildhall/testing";
import { describe, expect, test } from "vitest";
import { findAccess } from "../logins/find-access.ts";
import { createPerson } from "../people/create-person.ts";
import { door, type StaffedHall, someUser, staffedHall, whileHeld } from "../test/given-staff.ts";
import { mailedToken } from "../test/mailed-token.ts";
import { withoutLocks } from "../test/without-locks.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { findOffer, findOfferById, type Offer } from "./invitation.queries.ts";
import { inviteByLink } from "./invite-by-link.ts";
import { inviteByMail } from "./invite-by-mail.ts";
import { type AccountAtDoor, findAccountAtDoor, joinHall } from "./join-hall.ts";
import { readJoinProof, sendJoinProof, spendJoinProof } from "./join-proof.ts";
import { revokeInvitation } from "./revoke-invitation.ts";

const db = useDatabase();
const poll = (waiting: () => Promise<number | null>, expected: number) =>
  expect.poll(waiting, { timeout: 8_000, interval: 20 }).toBe(expected);

async function mailed(hall: StaffedHall, email: string, role = "manager"): Promise<Offer> {
  const owner = await hall.somebody("owner");
  await hall.inside((ctx) => inviteByMail(ctx, { addresses: `Li Lei <${email}>`, role }, door), owner.actor);
  const token = await mailedToken(db, hall, email);
  const offer = await hall.inside((ctx) => findOffer(ctx, token));
  if (!offer) throw new Error("The mail leads nowhere.");
  return offer;
}

async function linked(hall: StaffedHall, maxUses = 10): Promise<Offer> {
  const owner = await hall.somebody("owner");
  const id = await hall.inside((ctx) => inviteByLink(ctx, { role: "staff", maxUses, days: 7 }, door), owner.actor);
  const offer = await hall.inside((ctx) => findOfferById(ctx, id));
  if (!offer) throw new Error("The link leads nowhere.");
  return offer;
}

async function account(userId: Id<"user_account">): Promise<AccountAtDoor> {
  const found = await findAccountAtDoor(db.database, userId);
  if (!found) throw new Error("There is no such account.");
  return found;
}

const join = async (hall: StaffedHall, userId: Id<"user_account">, offer: Offer, provenEmail: string | null) =>
  joinHall(db.database, hall.scope(), await account(userId), { offer, provenEmail });
const roleOf = async (hall: StaffedHall, userId: Id<"user_account">) =>
  (await db.database.withPlatform("sign-in", (platform) => findAccess(platform, hall.tenant.slug, userId)))?.actor.role;

test("whoever was invited joins with the role that was meant for them, once", async () => {
  const hall = await staffedHall(db);
  const { userId, email } = await someUser(db);
  const offer = await mailed(hall, email);
  await join(hall, userId, offer, offer.email);
  expect(await roleOf(hall, userId)).toBe("manager");
  await rejects(join(hall, userId, offer, offer.email), { code: "people.invitation-over" });
  const { rows } = await db.owner.query(
    "select p.full_name, f.name from person p join fact f on f.subject_id = p.id join login l on l.person_id = p.id where l.user_id = $1 order by f.subject_version",
    [userId],
  );
  expect(rows).toEqual(["people.person-created", "people.staff-joined"].map((name) => ({ full_name: "Li Lei", name })));
});

describe("one person, one row", () => {
  test("whom the hall knows by the address is claimed, with what it knows of them", async () => {
    const hall = await staffedHall(db);
    const { userId, email } = await someUser(db);
    const personId = await hall.inside((ctx) => createPerson(ctx, { fullName: "李雷", email, phone: null }));
    const offer = await mailed(hall, email);
    await join(hall, userId, offer, email);
    const { rows } = await db.owner.query(
      "select l.person_id, p.full_name, i.verified_at is not null as verified from login l join person p on p.id = l.person_id join person_identity i on i.person_id = p.id where l.user_id = $1",
      [userId],
    );
    expect(rows).toEqual([{ person_id: personId, full_name: "李雷", verified: true }]);
  });

  test("a member becomes staff as the person they are", async () => {
    const hall = await staffedHall(db);
    const member = await hall.somebody(null);
    const offer = await mailed(hall, member.email);
    await join(hall, member.userId, offer, member.email);
    expect(await roleOf(hall, member.userId)).toBe("manager");
    expect((await db.owner.query("select from person where tenant_id = $1", [hall.tenant.id])).rowCount).toBe(2);
  });

  test("a person whom somebody else signs in as is not handed over", async () => {
    const hall = await staffedHall(db);
    const member = await hall.somebody(null);
    const offer = await mailed(hall, member.email);
    await db.owner.query("update user_account set email = $2 where id = $1", [member.userId, `moved-${member.email}`]);
    const { userId } = await someUser(db, member.email);
    await rejects(join(hall, userId, offer, member.email), { code: "people.person-taken" });
  });
});

describe("nobody comes in with an address that is not theirs", () => {
  test("another account than the one invited is refused, whatever it proves", async () => {
    const hall = await staffedHall(db);
    const { userId, email } = await someUser(db);
    const offer = await mailed(hall, "li@x.example");
    await rejects(join(hall, userId, offer, "li@x.example"), { code: "people.invitation-for-another" });
    await rejects(join(hall, userId, offer, null), { code: "people.invitation-for-another" });
    await rejects(join(hall, userId, offer, email), { code: "people.invitation-for-another" });
    expect(await roleOf(hall, userId)).toBeNull();
  });

  test("by a link nobody comes whose address was never confirmed, until a mail there was answered", async () => {
    const hall = await staffedHall(db);
    const offer = await linked(hall);
    const email = `fresh-${offer.invitationId.slice(-12)}@x.example`;
    const userId = await createUser(db.database, { email, password: null });
    await rejects(join(hall, userId, offer, null), { code: "people.email-unverified" });
    await sendJoinProof(db.database, hall.scope(), { offer, email, locale: "en", door });
    const token = await mailedToken(db, hall, email);
    const proof = await readJoinProof(db.database, hall.scope(), token);
    expect(proof).toMatchObject({ email, invitationId: offer.invitationId });
    await join(hall, userId, offer, proof?.email ?? null);
    expect(await roleOf(hall, userId)).toBe("staff");
    expect((await account(userId)).emailVerified).toBe(true);
    await spendJoinProof(db.database, hall.scope(), token);
    expect(await readJoinProof(db.database, hall.scope(), token)).toBeNull();
  });

  test("a mailbox that proved itself in one hall proves nothing in the next", async () => {
    const [hall, other] = [await staffedHall(db), await staffedHall(db)];
    const offer = await linked(hall);
    await sendJoinProof(db.database, hall.scope(), { offer, email: "li@x.example", locale: "en", door });
    const token = await mailedToken(db, hall, "li@x.example");
    expect(await readJoinProof(db.database, other.scope(), token)).toBeNull();
  });

  test("asking for a proof looks the same whether or not there is an account", async () => {
    const hall = await staffedHall(db);
    const offer = await linked(hall);
    const { email } = await someUser(db);
    for (const each of [email, "nobody@x.example"])
      await sendJoinProof(db.database, hall.scope(), { offer, email: each, locale: "en", door });
    const { rows } = await db.owner.query(
      "select template, subject from message where tenant_id = $1 and recipient in ($2, 'nobody@x.example')",
      [hall.tenant.id, email],
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual(rows[1]);
  });
});

test("a withdrawn invitation lets nobody in, also who had it open", async () => {
  const hall = await staffedHall(db);
  const { userId, email } = await someUser(db);
  const offer = await mailed(hall, email);
  await hall.inside((ctx) => revokeInvitation(ctx, { invitationId: offer.invitationId }), systemActor);
  await rejects(join(hall, userId, offer, email), { code: "people.invitation-over" });
});

test("a link lets in as many as it says, and nobody twice", async () => {
  const hall = await staffedHall(db);
  const offer = await linked(hall, 2);
  const [one, two, three] = [await someUser(db), await someUser(db), await someUser(db)];
  await join(hall, one.userId, offer, null);
  await rejects(join(hall, one.userId, offer, null), { code: "people.staff-already" });
  await join(hall, two.userId, offer, null);
  await rejects(join(hall, three.userId, offer, null), { code: "people.invitation-over" });
});

/** Ten at once by one link, for the one seat that is left; how many got in. */
async function tenAtOnce(as: (ctx: Ctx) => Ctx): Promise<number> {
  const hall = await staffedHall(db, 5);
  const offer = await linked(hall, 100); // its owner has the first seat
  for (const role of ["viewer", "staff", "manager"] as const) await hall.somebody(role);
  const users = await Promise.all(Array.from({ length: 10 }, () => someUser(db)));
  const results = await whileHeld(
    db,
    { rows: `invitation where id = '${offer.invitationId}'`, waiters: 10 },
    () =>
      users.map(({ userId, email }) =>
        hall.inside((ctx) =>
          acceptInvitation(as(ctx), {
            invitationId: offer.invitationId,
            userId,
            verifiedEmail: email,
            fullName: "Li Lei",
          }),
        ),
      ),
    poll,
  );
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "people.seats-full" });
  return results.filter(({ status }) => status === "fulfilled").length;
}

test("of ten who join on the last seat one gets it; without the lock all would", async () => {
  expect(await tenAtOnce((ctx) => ctx)).toBe(1);
  expect(await tenAtOnce(withoutLocks)).toBe(10);
});

import { rejects } from "node:assert/strict";
import { createUser, openSessions, verifyPassword } from "@guildhall/auth";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { findMemberInvitation } from "../invited/invitation.queries.ts";
import { inviteMembers } from "../invited/invite-members.ts";
import { type Door, givenDoor } from "../test/given-door.ts";
import { acceptMailedInvitation, confirmJoining, readPendingJoin } from "./confirm-joining.ts";
import { joinAsMe, startJoining } from "./start-joining.ts";

const db = useDatabase();
const publicUrl = "https://hall.example";
const browser = "the browser in which it began!!!";
const device = { userAgent: null, ip: null };
const password = "a password of her own";

let networks = 0;
const arrival = () => ({ via: { kind: "door" } as const, publicUrl, network: `203.0.113.${++networks}`, browser });
const sessions = () => openSessions(db.database, { secure: false });

const begin = (door: Door, email: string, over: object = {}) =>
  startJoining(db.database, door.hall.scope(), { fullName: "Ruth", email, password, ...over }, arrival());
const confirm = (door: Door, token: string, from: string | null = browser, input: object = {}) =>
  confirmJoining(db.database, sessions(), door.hall.scope(), token, input, {
    device,
    previousToken: null,
    browser: from,
  });
/** Whether somebody gets in with this password. */
async function opens(email: string, given = password): Promise<boolean> {
  const { rows } = await db.owner.query("select password_hash from user_account where email = $1", [email]);
  return verifyPassword(rows[0].password_hash, given);
}

async function newestToken(door: Door, email: string): Promise<string> {
  const mails = (await door.mails()).filter(({ recipient }) => recipient === email);
  return String(mails.at(-1)?.input["url"]).split("/").at(-1) ?? "";
}

let addresses = 0;
const newAddress = () => `ruth-${++addresses}@mail.example`;

test("a stranger with a mailbox becomes a user and a member, signed in, and their password works", async () => {
  const door = await givenDoor(db, "open");
  const email = newAddress();
  await begin(door, email);
  expect(await door.logins()).toEqual([]);
  const token = await newestToken(door, email);
  expect(await readPendingJoin(db.database, door.hall.scope(), token, browser)).toEqual({
    email,
    fullName: "Ruth",
    asksPassword: false,
  });
  expect(await confirm(door, token)).toMatchObject({ signIn: { kind: "signed-in" }, outcome: { kind: "joined" } });
  expect(await opens(email)).toBe(true);
  expect(await door.logins()).toHaveLength(1);
  await rejects(confirm(door, token), { code: "people.link-gone" });
});

test("of five who open one link at once one comes in", async () => {
  const door = await givenDoor(db, "open");
  const email = newAddress();
  await begin(door, email);
  const token = await newestToken(door, email);
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => confirm(door, token)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("an address with an account gets the same letter; its password stays, whatever was typed", async () => {
  const door = await givenDoor(db, "open");
  const [known, unknown] = [newAddress(), newAddress()];
  const userId = await createUser(db.database, { email: known, password: "the old password", emailVerified: true });
  await begin(door, known);
  await begin(door, unknown);
  const shapes = (await door.mails()).map(({ subject, input }) => [subject, Object.keys(input)]);
  expect(shapes[0]).toEqual(shapes[1]);
  await confirm(door, await newestToken(door, known));
  expect(await door.logins()).toMatchObject([{ user_id: userId }]);
  expect([await opens(known), await opens(known, "the old password")]).toEqual([false, true]);
});

test("whoever typed in somebody else's address has no key to what its owner confirms", async () => {
  const door = await givenDoor(db, "open");
  const email = newAddress();
  await begin(door, email, { password: "known to the thief" });
  const token = await newestToken(door, email);
  expect(await readPendingJoin(db.database, door.hall.scope(), token, null)).toMatchObject({ asksPassword: true });
  await confirm(door, token, "another browser altogether!!!!!!", { password: "chosen by the owner" });
  expect(await opens(email, "known to the thief")).toBe(false);
  expect(await opens(email, "chosen by the owner")).toBe(true);
});

test("an account that nobody had proven is taken back by whoever reads its mail: password and sessions go", async () => {
  const door = await givenDoor(db, "open");
  const email = newAddress();
  const userId = await createUser(db.database, { email, password: "known to the thief" });
  const stolen = await sessions().open(userId, device);
  await begin(door, email);
  await confirm(door, await newestToken(door, email));
  expect(await sessions().check(stolen)).toBeNull();
  expect(await opens(email, "known to the thief")).toBe(false);
});

test("a link of one hall opens no other", async () => {
  const [door, other] = [await givenDoor(db, "open"), await givenDoor(db, "open")];
  const email = newAddress();
  await begin(door, email);
  const token = await newestToken(door, email);
  expect(await readPendingJoin(db.database, other.hall.scope(), token, browser)).toBeNull();
  await rejects(confirm(other, token), { code: "people.link-gone" });
  expect(await other.logins()).toEqual([]);
});

test("a hall by invitation sends nobody a link at the door", async () => {
  const door = await givenDoor(db, "invitation");
  await rejects(begin(door, newAddress()), { code: "people.invitation-needed" });
  expect(await door.mails()).toEqual([]);
});

test("one mailbox gets five letters an hour, and the sixth asker is told the same as the first", async () => {
  const door = await givenDoor(db, "open");
  const email = newAddress();
  for (let n = 0; n < 7; n++) await begin(door, email, { password: null });
  expect(await door.mails()).toHaveLength(5);
});

test("who is signed in joins with one click; whom the hall knows from long ago proves the mailbox first", async () => {
  const door = await givenDoor(db, "open");
  const join = (userId: Awaited<ReturnType<typeof createUser>>) =>
    joinAsMe(db.database, door.hall.scope(), { fullName: "Ruth" }, { ...arrival(), userId });
  const one = await createUser(db.database, { email: newAddress(), password: null, emailVerified: true });
  expect(await join(one)).toMatchObject({ kind: "joined", claimed: false });

  const email = newAddress();
  const personId = await door.known(email);
  const two = await createUser(db.database, { email, password: null, emailVerified: true });
  await db.owner.query("update user_account set email_verified_at = now() - interval '2 years' where id = $1", [two]);
  expect(await join(two)).toEqual({ kind: "prove-mailbox" });
  const confirmed = await confirm(door, await newestToken(door, email));
  expect(confirmed.outcome).toEqual({ kind: "joined", personId, claimed: true });
});

test("an invitation that came by mail makes a new account at once, and opens none that is there", async () => {
  const door = await givenDoor(db, "invitation");
  const [fresh, known] = [newAddress(), newAddress()];
  await createUser(db.database, { email: known, password: "the old password", emailVerified: true });
  await door.hall.inside((ctx) => inviteMembers(ctx, { emails: [fresh, known] }, publicUrl), door.keeper);
  const accept = async (email: string) =>
    acceptMailedInvitation(
      db.database,
      sessions(),
      door.hall.scope(),
      await newestToken(door, email),
      { fullName: "Ruth", password },
      { device, previousToken: null, ...arrival() },
    );
  const token = await newestToken(door, fresh);
  expect(await accept(fresh)).toMatchObject({ signIn: { kind: "signed-in" }, outcome: { kind: "joined" } });
  expect(await door.hall.inside((ctx) => findMemberInvitation(ctx, token))).toBeNull();
  expect(await opens(fresh)).toBe(true);

  expect(await accept(known)).toBeNull();
  expect(await door.logins()).toHaveLength(1);
  expect(await confirm(door, await newestToken(door, known))).toMatchObject({ outcome: { kind: "joined" } });
  expect(await opens(known, "the old password")).toBe(true);
});

test.each([
  ["no name", { fullName: " " }, "fullName"],
  ["a name that turns the text around", { fullName: "abc\u202edef" }, "fullName"],
  ["a null byte", { note: "a\u0000b" }, "note"],
  ["a short password", { password: "short" }, "password"],
  ["a huge note", { note: "x".repeat(1_001) }, "note"],
])("%s is refused beside its field, and nothing is sent", async (_, over, field) => {
  const door = await givenDoor(db, "open");
  await expect(begin(door, newAddress(), over)).rejects.toMatchObject({ issues: [{ path: [field] }] });
  expect(await door.mails()).toEqual([]);
});

import { rejects } from "node:assert/strict";
import { closeAccount, createUser, openSessions, reopenAccount, type SignedIn, tellClosedTask } from "@guildhall/auth";
import type { Id } from "@guildhall/core";
import { type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { addLogin } from "../logins/add-login.ts";
import { closeOwnAccount } from "./close-own-account.ts";
import { eraseClosedAccounts } from "./erase-closed-accounts.ts";
import { exportOwnAccount } from "./export-own-account.ts";
import { hallsLeftBehind } from "./halls-left-behind.ts";

const db = useDatabase();

const day = 86_400_000;
let users = 0;
async function account() {
  const email = `leaver-${++users}@guildhall.example`;
  const userId = await createUser(db.database, { email, password: "correct horse battery" });
  const sessions = openSessions(db.database, { secure: true });
  const token = await sessions.open(userId, { userAgent: "Firefox", ip: "203.0.113.7" }, ["password"]);
  const who = await sessions.check(token);
  if (!who) throw new Error("Nobody is signed in.");
  return { email, userId, token, who, isSignedIn: async () => (await sessions.check(token)) !== null };
}
const join = (hall: GivenTenant, userId: Id<"user_account">, role: "owner" | "viewer" | null) =>
  hall.inside((ctx) => addLogin(ctx, { userId, fullName: "陈雨泽", email: `${userId}@example.com`, role }));
const close = ({ who, email }: { who: SignedIn; email: string }, confirmation = email) =>
  closeOwnAccount(db.database, who, { confirmation }, new Date());
const left = (userId: Id<"user_account">) =>
  db.database.withPlatform("sign-in", (platform) => hallsLeftBehind(platform, userId));

/** Does the job that the closing enqueued, and returns the way back that it mails. */
async function wayBack(userId: Id<"user_account">): Promise<string> {
  const run = { database: db.database, logger: pino({ enabled: false }), attempt: { number: 1, max: 1 } };
  await tellClosedTask({ publicUrl: "https://hall.example" }).run({ userId }, run);
  const { rows } = await db.owner.query<{ input: { url: string }; recipient: string }>(
    "select input from message where template = 'account-closed' order by created_at desc limit 1",
  );
  return rows[0]?.input.url.split("/").at(-1) ?? "";
}

describe("closing", () => {
  test("signs out everywhere at once, and asks for a fresh proof and the address", async () => {
    const leaver = await account();
    await rejects(close(leaver, "somebody@else.example"), { code: "auth.email-differs" });
    await rejects(close({ ...leaver, who: { ...leaver.who, provedAt: new Date(Date.now() - 16 * 60_000) } }), {
      code: "auth.prove-again",
    });
    expect(await leaver.isSignedIn()).toBe(true);
    await close(leaver, `  ${leaver.email.toUpperCase()} `);
    expect(await leaver.isSignedIn()).toBe(false);
  });

  test("the last owner of a hall is told which; a second owner frees them, one who is leaving himself does not", async () => {
    const [leaver, other] = [await account(), await account()];
    const [one, two] = [await given(db).tenant({ name: "One" }), await given(db).tenant({ name: "Two" })];
    await join(one, leaver.userId, "owner");
    await join(two, leaver.userId, "owner");
    await join(await given(db).tenant(), leaver.userId, "viewer");
    await rejects(close(leaver), { code: "auth.last-owner", params: { halls: "One and Two" } });
    await join(one, other.userId, "owner");
    await join(two, other.userId, "owner");
    expect(await left(leaver.userId)).toEqual([]);
    await close(other);
    await rejects(close(leaver), { code: "auth.last-owner" });
  });

  test("of two last owners who go at once, one goes and the other is told", async () => {
    for (let round = 0; round < 5; round++) {
      const hall = await given(db).tenant();
      const both = [await account(), await account()];
      for (const { userId } of both) await join(hall, userId, "owner");
      const outcomes = await Promise.allSettled(both.map((each) => close(each)));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });

  test("the twin that holds nothing while it looks lets both go", async () => {
    const hall = await given(db).tenant();
    const both = [await account(), await account()];
    for (const { userId } of both) await join(hall, userId, "owner");
    let readers = 0;
    let open: () => void = () => undefined;
    const bothHaveLooked = new Promise<void>((resolve) => {
      open = resolve;
    });
    const lookThenClose = ({ who, email }: Awaited<ReturnType<typeof account>>) =>
      db.database.withPlatform("sign-in", async (platform) => {
        const halls = await hallsLeftBehind(platform, who.user.id);
        if (++readers === 2) open();
        await bothHaveLooked;
        if (halls.length === 0) await closeAccount(platform, who, { confirmation: email }, new Date());
        return halls.length === 0;
      });
    expect(await Promise.all(both.map(lookThenClose))).toEqual([true, true]);
  });
});

describe("coming back", () => {
  test("the mail's link opens the account again, once, within its days of grace", async () => {
    const leaver = await account();
    const hall = await given(db).tenant();
    await join(hall, leaver.userId, "viewer");
    await close(leaver);
    const token = await wayBack(leaver.userId);
    await rejects(reopenAccount(db.database, token, new Date(Date.now() + 15 * day)), { code: "auth.reopen-over" });
    await reopenAccount(db.database, token, new Date(Date.now() + 13 * day));
    await rejects(reopenAccount(db.database, token, new Date()), { code: "auth.reopen-over" });
    await eraseClosedAccounts(db.database, new Date(Date.now() + 30 * day));
    const { rows } = await db.owner.query("select email, closed_at from user_account where id = $1", [leaver.userId]);
    expect(rows).toEqual([{ email: leaver.email, closed_at: null }]);
  });
});

describe("erasing", () => {
  test("waits fourteen days; then nothing of the account is left but its row, and its address is free", async () => {
    const leaver = await account();
    const hall = await given(db).tenant();
    const personId = await join(hall, leaver.userId, "viewer");
    await db.owner.query("insert into recovery_code values ($1, repeat('a', 64), now(), null)", [leaver.userId]);
    await close(leaver);
    const token = await wayBack(leaver.userId);
    await eraseClosedAccounts(db.database, new Date(Date.now() + 13.9 * day));
    await rejects(createUser(db.database, { email: leaver.email, password: null }), { code: "auth.email-taken" });

    const after = new Date(Date.now() + 14.1 * day);
    await eraseClosedAccounts(db.database, after);
    const { rows } = await db.owner.query("select * from user_account where id = $1", [leaver.userId]);
    expect(rows[0]).toMatchObject({ email: `erased-${leaver.userId}@guildhall.invalid`, password_hash: null });
    for (const table of ["session", "recovery_code", "credential_token", "login"])
      expect((await db.owner.query(`select from ${table} where user_id = $1`, [leaver.userId])).rowCount).toBe(0);
    const { rows: people } = await db.owner.query(
      "select p.full_name, m.role from person p left join membership m on m.tenant_id = p.tenant_id and m.person_id = p.id where p.id = $1",
      [personId],
    );
    expect(people).toEqual([{ full_name: "陈雨泽", role: null }]);
    const { rows: facts } = await db.owner.query("select name from fact where subject_id = $1 order by id", [personId]);
    expect(facts.map(({ name }) => name)).toContain("people.staff-removed");
    await rejects(reopenAccount(db.database, token, after), { code: "auth.reopen-over" });
    expect(await createUser(db.database, { email: leaver.email, password: null })).not.toBe(leaver.userId);
    expect(await eraseClosedAccounts(db.database, after)).toBe(0);
  });

  test("what a crash left half done is found again", async () => {
    const leaver = await account();
    const hall = await given(db).tenant();
    await join(hall, leaver.userId, null);
    await db.owner.query(
      "update user_account set closed_at = now() - interval '20 days', erased_at = now(), email = $2 where id = $1",
      [leaver.userId, `erased-${leaver.userId}@guildhall.invalid`],
    );
    expect(await eraseClosedAccounts(db.database, new Date())).toBe(1);
    expect((await db.owner.query("select from login where user_id = $1", [leaver.userId])).rowCount).toBe(0);
    const { rows: facts } = await db.owner.query("select name from fact where tenant_id = $1", [hall.tenant.id]);
    expect(facts.map(({ name }) => name)).toContain("people.member-removed");
  });
});

test("somebody takes along what is theirs: account, devices, their own record in each hall; no secret, nobody else", async () => {
  const [mine, theirs] = [await account(), await account()];
  const hall = await given(db).tenant({ name: "远山户外" });
  await join(hall, mine.userId, "owner");
  await join(hall, theirs.userId, null);
  const exported = await exportOwnAccount(db.database, mine.who, new Date());
  expect(exported).toMatchObject({
    account: { email: mine.email },
    waysIn: { password: true, authenticatorApp: false, passkeys: [] },
    devices: [{ ip: "203.0.113.7", current: true }],
    halls: [{ name: "远山户外", role: "owner", person: { fullName: "陈雨泽" }, identities: [{ kind: "email" }] }],
  });
  const text = JSON.stringify(exported);
  expect(text).toContain(`${mine.userId}@example.com`);
  for (const secret of ["argon2", mine.token, mine.who.sessionId, theirs.email, theirs.userId])
    expect(text).not.toContain(secret);
  const stale = { ...mine.who, provedAt: null };
  await rejects(exportOwnAccount(db.database, stale, new Date()), { code: "auth.prove-again" });
});

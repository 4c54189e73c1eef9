import { rejects } from "node:assert/strict";
import { useDatabase } from "@guildhall/testing";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { renewRecoveryCodes } from "../recovery-codes/recovery-codes.ts";
import { completeSignIn } from "../sessions/complete-sign-in.ts";
import { proveByCode, proveByPassword } from "../sessions/prove-again.ts";
import { givenAccounts, home, password, secret } from "../test/given-account.ts";
import { removeAuthenticator } from "../totp/remove-authenticator.ts";
import { openSecret } from "../totp/sealed-secret.ts";
import { beginAuthenticator, confirmAuthenticator, showAuthenticator } from "../totp/set-up-authenticator.ts";
import { findStep } from "../totp/totp.ts";
import { hasSecondFactor, listFactors } from "./factors.ts";
import { awaitsSecondStep, finishSecondStep } from "./finish-second-step.ts";

const db = useDatabase();
const given = givenAccounts(db);
const elsewhere = { userAgent: null, ip: "198.51.100.9" };

const firstStep = async (
  userId: Parameters<typeof hasSecondFactor>[1],
  proof: Parameters<typeof completeSignIn>[1]["proof"] = "password",
) => completeSignIn(given.house().sessions, { userId, proof, device: home, previousToken: null });
const waiting = async (userId: Parameters<typeof hasSecondFactor>[1]) => {
  const outcome = await firstStep(userId);
  if (outcome.kind !== "second-step") throw new Error("No second step was asked for.");
  return outcome.token;
};
const finish = (token: string, code: string, { device = home, now = new Date() } = {}) =>
  finishSecondStep(given.house(), { token, code, device, previousToken: null, now }).then(
    ({ token: session }) => session,
  );
const letIn = async (attempts: Promise<unknown>[]) =>
  (await Promise.allSettled(attempts)).filter(({ status }) => status === "fulfilled").length;

describe("signing in", () => {
  test("without an app the first factor is enough; with one it is not, except for a passkey, which is both", async () => {
    const plain = await given.account();
    expect(await firstStep(plain.userId)).toMatchObject({ kind: "signed-in", userId: plain.userId });
    const { userId } = await given.accountWithApp();
    for (const proof of ["password", "mail", "sms"] as const)
      expect((await firstStep(userId, proof)).kind).toBe("second-step");
    const byPasskey = await firstStep(userId, "passkey");
    expect(byPasskey.kind === "signed-in" && (await given.whoseIs(byPasskey.token)).proved).toEqual(["passkey"]);
  });

  test("the app's code ends it, with both factors on the session; the browser's old session is gone", async () => {
    const { userId, codeAt } = await given.accountWithApp();
    const before = await given.house().sessions.open(userId, home);
    const token = await waiting(userId);
    const now = new Date();
    const { token: session } = await finishSecondStep(given.house(), {
      token,
      code: codeAt(now),
      device: home,
      previousToken: before,
      now,
    });
    expect((await given.whoseIs(session)).proved).toEqual(["password", "totp"]);
    expect(await given.house().sessions.check(before)).toBeNull();
    expect(await awaitsSecondStep(db.database, token, now)).toBe(false);
  });

  test("a wrong code may be tried again; after ten minutes it is over, and a made-up token never was", async () => {
    const { userId, codeAt } = await given.accountWithApp();
    const token = await waiting(userId);
    await rejects(finish(token, "000000"), { code: "auth.factor-code-wrong" });
    const late = new Date(Date.now() + 601_000);
    await rejects(finish(token, codeAt(late), { now: late }), { code: "auth.second-step-over" });
    await rejects(finish("made-up", codeAt(new Date())), { code: "auth.second-step-over" });
    expect(await finish(token, codeAt(new Date()))).toBeTypeOf("string");
  });

  test("an account that was closed is told so, once it has proved itself", async () => {
    const { userId } = await given.account();
    await db.owner.query("update user_account set closed_at = now() where id = $1", [userId]);
    await rejects(firstStep(userId), { code: "auth.account-closed" });
  });
});

describe("a half minute is taken once", () => {
  test("of five who bring its code at the same time, one is let in; nor is it taken later, nor an older one", async () => {
    const { userId, codeAt } = await given.accountWithApp();
    const tokens = await Promise.all(Array.from({ length: 5 }, () => waiting(userId)));
    const now = new Date();
    expect(await letIn(tokens.map((token) => finish(token, codeAt(now), { now })))).toBe(1);
    const [again = ""] = [await waiting(userId)];
    await rejects(finish(again, codeAt(now), { now }), { code: "auth.factor-code-wrong" });
    await rejects(finish(again, codeAt(new Date(now.getTime() - 30_000)), { now }), { code: "auth.factor-code-wrong" });
    const next = new Date(now.getTime() + 30_000);
    expect(await finish(again, codeAt(next), { now: next })).toBeTypeOf("string");
  });

  test("the twin that looks first and writes later lets more in", async () => {
    const { userId, codeAt } = await given.accountWithApp();
    const now = new Date();
    let readers = 0;
    let open: () => void = () => undefined;
    const allHaveRead = new Promise<void>((resolve) => {
      open = resolve;
    });
    const lookThenWrite = () =>
      db.database.withPlatform("sign-in", async (platform) => {
        const app = await platform.selectFrom("authenticator").selectAll().executeTakeFirstOrThrow();
        if (++readers === 3) open();
        await allHaveRead;
        const step = findStep(openSecret(app.sealed_secret, { secret, userId: app.user_id }), codeAt(now), now);
        if (app.user_id !== userId || step === null || step <= app.last_step) throw new Error("refused");
        await sql`update authenticator set last_step = ${step} where user_id = ${userId}`.execute(platform);
      });
    await db.owner.query("delete from authenticator where user_id <> $1", [userId]);
    expect(await letIn(Array.from({ length: 3 }, lookThenWrite))).toBeGreaterThan(1);
  });
});

describe("recovery codes", () => {
  test("ten are shown once; each is good once, typed in any way, also by two at the same time", async () => {
    const { userId, recoveryCodes, who } = await given.accountWithApp();
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    const [code = "", other = ""] = recoveryCodes;
    const tokens = await Promise.all(Array.from({ length: 4 }, () => waiting(userId)));
    expect(await letIn(tokens.map((token) => finish(token, ` ${code.toLowerCase().replaceAll("-", " ")}`)))).toBe(1);
    expect(await listFactors(db.database, userId)).toMatchObject({ recoveryCodesLeft: 9 });
    expect(await given.whoseIs(await finish(await waiting(userId), other))).toMatchObject({
      proved: ["password", "recovery-code"],
    });
    const { rows } = await db.owner.query("select hash from recovery_code where user_id = $1", [userId]);
    expect(JSON.stringify(rows)).not.toContain(code.replaceAll("-", ""));
    expect(await given.jobsOf(who.user.id)).toContain("code-used");
  });

  test("new ones make the old ones void; somebody else's open nothing", async () => {
    const [mine, theirs] = [await given.accountWithApp(), await given.accountWithApp()];
    const { recoveryCodes } = await renewRecoveryCodes(db.database, mine.who, new Date());
    await rejects(finish(await waiting(mine.userId), mine.recoveryCodes[0] ?? ""), { code: "auth.factor-code-wrong" });
    await rejects(finish(await waiting(mine.userId), theirs.recoveryCodes[0] ?? ""), {
      code: "auth.factor-code-wrong",
    });
    expect(await finish(await waiting(mine.userId), recoveryCodes[0] ?? "")).toBeTypeOf("string");
    await rejects(renewRecoveryCodes(db.database, (await given.account()).who, new Date()), {
      code: "auth.app-missing",
    });
  });
});

describe("guessing", () => {
  test("whoever guesses shuts out himself; the owner comes in from elsewhere", async () => {
    const { userId, codeAt } = await given.accountWithApp();
    const token = await waiting(userId);
    for (let n = 0; n < 10; n++)
      await rejects(finish(token, "000000", { device: elsewhere }), { code: "auth.factor-code-wrong" });
    await rejects(finish(token, codeAt(new Date()), { device: elsewhere }), { code: "auth.too-many-attempts" });
    expect(await finish(await waiting(userId), codeAt(new Date()))).toBeTypeOf("string");
  });

  test("guessed from everywhere at once, the app rests and its owner is told; a recovery code still opens", async () => {
    const { userId, codeAt, recoveryCodes } = await given.accountWithApp();
    const token = await waiting(userId);
    for (let n = 0; n < 30; n++)
      await rejects(finish(token, "000000", { device: { userAgent: null, ip: `198.51.100.${n}` } }), {
        code: "auth.factor-code-wrong",
      });
    for (let n = 0; n < 3; n++) await rejects(finish(token, codeAt(new Date())), { code: "auth.too-many-attempts" });
    expect((await given.jobsOf(userId)).filter((what) => what === "codes-guessed")).toHaveLength(1);
    expect(await finish(token, recoveryCodes[0] ?? "")).toBeTypeOf("string");
  });
});

describe("setting an app up", () => {
  test("needs a fresh proof, and the first right code; then every other session is over", async () => {
    const account = await given.account();
    const { who, userId, token } = account;
    const other = await given.house().sessions.open(userId, elsewhere, ["password"]);
    const now = new Date();
    await rejects(beginAuthenticator(given.house(), await given.provedAgo(who, 16), now), { code: "auth.prove-again" });
    const page = await beginAuthenticator(given.house(), who, now);
    await rejects(confirmAuthenticator(given.house(), who, { token: page, code: "000000", now }), {
      code: "auth.factor-code-wrong",
    });
    expect(await hasSecondFactor(db.database, userId)).toBe(false);
    const { who: mine } = await given.accountWithApp(account);
    expect(await hasSecondFactor(db.database, userId)).toBe(true);
    expect(mine.proved.toSorted()).toEqual(["password", "totp"]);
    for (const over of [token, other]) expect(await given.house().sessions.check(over)).toBeNull();
  });

  test("is nobody else's to see or to finish", async () => {
    const [mine, theirs] = [await given.account(), await given.account()];
    const now = new Date();
    const page = await beginAuthenticator(given.house(), mine.who, now);
    expect(await showAuthenticator(given.house(), theirs.who, { token: page, issuer: "x", now })).toBeNull();
    await rejects(confirmAuthenticator(given.house(), theirs.who, { token: page, code: "000000", now }), {
      code: "auth.set-up-over",
    });
  });

  test("the table holds no secret that makes codes", async () => {
    const { userId, key } = await given.accountWithApp();
    const { rows } = await db.owner.query<{ sealed_secret: Buffer }>(
      "select sealed_secret from authenticator where user_id = $1",
      [userId],
    );
    expect(rows[0]?.sealed_secret.includes(key)).toBe(false);
    const { rows: tokens } = await db.owner.query("select payload from credential_token where user_id = $1", [userId]);
    expect(JSON.stringify(tokens)).not.toContain(key.toString("base64"));
  });

  test("removing it ends the other sessions, voids its recovery codes, and signing in is one step again", async () => {
    const { userId, who, token } = await given.accountWithApp();
    const other = await given.house().sessions.open(userId, elsewhere, ["password", "totp"]);
    await rejects(removeAuthenticator(db.database, await given.provedAgo(who, 16), new Date()), {
      code: "auth.prove-again",
    });
    const renewed = await removeAuthenticator(db.database, who, new Date());
    for (const over of [token, other]) expect(await given.house().sessions.check(over)).toBeNull();
    expect(await given.house().sessions.check(renewed)).not.toBeNull();
    expect(await listFactors(db.database, userId)).toMatchObject({ app: false, recoveryCodesLeft: 0 });
    expect((await firstStep(userId)).kind).toBe("signed-in");
    expect(await given.jobsOf(userId)).toEqual(["app-added", "app-removed"]);
  });
});

describe("proving it again", () => {
  test("by password or code gives this session a new token and leaves the others alone", async () => {
    const { userId, who, codeAt, recoveryCodes } = await given.accountWithApp();
    const other = await given.house().sessions.open(userId, elsewhere, ["password"]);
    const here = { ip: home.ip, now: new Date() };
    await rejects(proveByPassword(given.house(), who, here, { password: "wrong horse" }), {
      code: "auth.wrong-password",
    });
    const one = await proveByPassword(given.house(), who, here, { password });
    await rejects(proveByPassword(given.house(), who, here, { password }), { kind: "unauthenticated" }); // its token is over
    const two = await proveByCode(given.house(), await given.whoseIs(one), here, { code: codeAt(here.now) });
    const three = await proveByCode(given.house(), await given.whoseIs(two), here, { code: recoveryCodes[0] });
    expect((await given.whoseIs(three)).proved.toSorted()).toEqual(["password", "recovery-code", "totp"]);
    expect(await given.house().sessions.check(other)).not.toBeNull();
    expect(await given.house().sessions.check(one)).toBeNull();
  });

  test("wrong passwords are counted, for this network alone", async () => {
    const { who } = await given.account();
    const at = (ip: string) => ({ ip, now: new Date() });
    for (let n = 0; n < 10; n++)
      await rejects(proveByPassword(given.house(), who, at("198.51.100.9"), { password: "guess" }), {
        code: "auth.wrong-password",
      });
    await rejects(proveByPassword(given.house(), who, at("198.51.100.9"), { password }), {
      code: "auth.too-many-attempts",
    });
    expect(await proveByPassword(given.house(), who, at("203.0.113.7"), { password })).toBeTypeOf("string");
  });
});

import { rejects } from "node:assert/strict";
import { useDatabase } from "@guildhall/testing";
import { describe, expect, test } from "vitest";
import { hasSecondFactor } from "../second-steps/factors.ts";
import type { SignedIn } from "../sessions/sessions.ts";
import { givenAccounts, home } from "../test/given-account.ts";
import { SoftAuthenticator } from "../test/soft-authenticator.ts";
import { addPasskey, beginPasskey } from "./add-passkey.ts";
import { askForPasskey } from "./check-passkey.ts";
import { listPasskeys, removePasskey, renamePasskey } from "./keep-passkeys.ts";
import { proveByPasskey, signInWithPasskey } from "./use-passkey.ts";

const db = useDatabase();
const given = givenAccounts(db);

const refused = { code: "auth.passkey-refused" };
const ask = () => askForPasskey(given.house(), { ip: home.ip, now: new Date() });
const signIn = (credential: string, now = new Date()) =>
  signInWithPasskey(given.house(), { credential, device: home, previousToken: null, now });
const register = async (who: SignedIn, key = new SoftAuthenticator(), name = "Laptop") => {
  const credential = key.register(await beginPasskey(given.house(), who, new Date()));
  return { key, ...(await addPasskey(given.house(), who, { name, credential }, new Date())) };
};
const accountWithPasskey = async () => {
  const account = await given.account();
  const { key, sessionToken } = await register(account.who);
  return { ...account, key, token: sessionToken, who: await given.whoseIs(sessionToken) };
};

describe("adding one", () => {
  test("makes it a second factor, rotates the session, ends the others, and tells its owner", async () => {
    const { userId, who, token: before } = await given.account();
    const other = await given.house().sessions.open(userId, home);
    const { sessionToken } = await register(who);
    expect(await hasSecondFactor(db.database, userId)).toBe(true);
    expect((await given.whoseIs(sessionToken)).proved.toSorted()).toEqual(["passkey", "password"]);
    for (const over of [before, other]) expect(await given.house().sessions.check(over)).toBeNull();
    expect(await listPasskeys(db.database, who)).toMatchObject([{ name: "Laptop", lastUsedAt: null }]);
    expect(await given.jobsOf(userId)).toEqual(["passkey-added"]);
  });

  test("needs a fresh proof, an unlocked authenticator, and this house's own challenge", async () => {
    const [{ who }, { who: neighbour }] = [await given.account(), await given.account()];
    await rejects(beginPasskey(given.house(), await given.provedAgo(who, 16), new Date()), {
      code: "auth.prove-again",
    });
    await rejects(register(who, new SoftAuthenticator({ verifies: false })), refused);
    await rejects(register(who, new SoftAuthenticator({ origin: "https://hall.example.evil.example" })), refused);
    await rejects(register(who, new SoftAuthenticator({ rpId: "evil.example" })), refused);
    const options = await beginPasskey(given.house(), neighbour, new Date());
    const credential = new SoftAuthenticator().register(options);
    await rejects(addPasskey(given.house(), who, { name: "x", credential }, new Date()), refused);
    await rejects(addPasskey(given.house(), who, { name: "x", credential: "{" }, new Date()), refused);
    expect(await listPasskeys(db.database, who)).toEqual([]);
  });

  test("a challenge is good once, and a key belongs to one account", async () => {
    const { who, key } = await accountWithPasskey();
    const options = await beginPasskey(given.house(), who, new Date());
    const credential = new SoftAuthenticator().register(options);
    const { sessionToken } = await addPasskey(given.house(), who, { name: "One", credential }, new Date());
    const now = await given.whoseIs(sessionToken);
    await rejects(addPasskey(given.house(), now, { name: "Two", credential }, new Date()), refused);
    const thief = await given.account();
    await rejects(register(thief.who, key), refused);
    expect(await listPasskeys(db.database, thief.who)).toEqual([]);
  });
});

describe("signing in", () => {
  test("with it is both factors at once, and nobody has to say who they are", async () => {
    const { userId, key } = await accountWithPasskey();
    const options = await ask();
    expect(options).toMatchObject({ rpId: "hall.example", userVerification: "required" });
    expect(options.allowCredentials ?? []).toEqual([]);
    const outcome = await signIn(key.assert(options));
    if (outcome.kind !== "signed-in") return expect.unreachable();
    expect(await given.whoseIs(outcome.token)).toMatchObject({ user: { id: userId }, proved: ["passkey"] });
  });

  test("an answer is good once, for fifteen minutes, over a challenge of ours", async () => {
    const { key } = await accountWithPasskey();
    const answer = key.assert(await ask());
    const attempts = await Promise.allSettled([signIn(answer), signIn(answer), signIn(answer)]);
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await rejects(signIn(key.assert(await ask()), new Date(Date.now() + 901_000)), refused);
    await rejects(signIn(key.assert({ challenge: Buffer.from("my own challenge").toString("base64url") })), refused);
  });

  test("a key that nobody registered, or that was made to name somebody else, opens nothing", async () => {
    const { key } = await accountWithPasskey();
    const stranger = new SoftAuthenticator();
    await rejects(signIn(stranger.assert(await ask())), refused);
    const answer = JSON.parse(key.assert(await ask()));
    const { userId } = await given.account();
    answer.response.userHandle = Buffer.from(userId).toString("base64url");
    await rejects(signIn(JSON.stringify(answer)), refused);
    for (const odd of ["", "null", "{}", "[]", "x".repeat(30_000), '{"id":"a"}']) await rejects(signIn(odd), refused);
  });

  test("a key that counts its uses may not count backwards: that would be a copy", async () => {
    const { key } = await accountWithPasskey();
    key.counter = 5;
    await signIn(key.assert(await ask()));
    for (const copied of [5, 4, 0]) {
      key.counter = copied;
      await rejects(signIn(key.assert(await ask())), refused);
    }
    key.counter = 6;
    await signIn(key.assert(await ask()));
  });

  test("one that is kept in sync and never counts is taken each time", async () => {
    const { key } = await accountWithPasskey();
    for (let n = 0; n < 3; n++) expect((await signIn(key.assert(await ask()))).kind).toBe("signed-in");
  });
});

test("it proves again who sits there, if it is their own", async () => {
  const [mine, theirs] = [await accountWithPasskey(), await accountWithPasskey()];
  await rejects(proveByPasskey(given.house(), mine.who, theirs.key.assert(await ask()), new Date()), refused);
  const token = await proveByPasskey(given.house(), mine.who, mine.key.assert(await ask()), new Date());
  expect((await given.whoseIs(token)).provedAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
});

test("it is named and removed by its owner alone; removed, it opens nothing and the other sessions end", async () => {
  const [mine, theirs] = [await accountWithPasskey(), await accountWithPasskey()];
  const [passkey] = await listPasskeys(db.database, mine.who);
  if (!passkey) return expect.unreachable();
  await rejects(renamePasskey(db.database, theirs.who, { passkey: passkey.id, name: "Mine now" }), {
    kind: "not-found",
  });
  await rejects(removePasskey(db.database, theirs.who, { passkey: passkey.id }, new Date()), { kind: "not-found" });
  await renamePasskey(db.database, mine.who, { passkey: passkey.id, name: " 蓝色的钥匙 " });
  expect(await listPasskeys(db.database, mine.who)).toMatchObject([{ name: "蓝色的钥匙" }]);
  for (const name of ["", "\u200b", "a\u0000b", "a\u202eb", "x".repeat(61)])
    await expect(renamePasskey(db.database, mine.who, { passkey: passkey.id, name })).rejects.toThrow();
  const stale = await given.provedAgo(mine.who, 16);
  await rejects(removePasskey(db.database, stale, { passkey: passkey.id }, new Date()), { code: "auth.prove-again" });
  const token = await removePasskey(db.database, mine.who, { passkey: passkey.id }, new Date());
  expect(await given.house().sessions.check(mine.token)).toBeNull();
  expect(await given.house().sessions.check(token)).not.toBeNull();
  await rejects(signIn(mine.key.assert(await ask())), refused);
});

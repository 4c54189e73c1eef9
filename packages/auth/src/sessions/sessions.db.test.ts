import type { Database } from "@guildhall/db";
import { useDatabase } from "@guildhall/testing";
import type { KyselyPlugin } from "kysely";
import { expect, test } from "vitest";
import { createUser } from "../users/create-user.ts";
import { isFreshlyProved, requireFreshProof } from "./fresh-proof.ts";
import { provesTwoFactors } from "./proof.ts";
import { renewSession } from "./renew-session.ts";
import { openSessions } from "./sessions.ts";

const db = useDatabase();

const device = { userAgent: "Firefox", ip: "203.0.113.7" };
const house = () => openSessions(db.database, { secure: true });
let users = 0;
const someUser = () => createUser(db.database, { email: `user-${++users}@guildhall.example`, password: null });
const expireIn = (interval: string, userId: string) =>
  db.owner.query("update session set expires_at = now() + $1::interval where user_id = $2", [interval, userId]);

test("a session's token signs its user in; what the table holds does not", async () => {
  const userId = await someUser();
  const token = await house().open(userId, device);
  expect((await house().check(token))?.user.id).toBe(userId);
  const { rows } = await db.owner.query<{ id: string; ip: string; user_agent: string }>(
    "select id, host(ip) as ip, user_agent from session where user_id = $1",
    [userId],
  );
  expect(rows).toMatchObject([{ ip: device.ip, user_agent: device.userAgent }]);
  for (const stolen of [rows[0]?.id ?? "", "", token.slice(1), token.toLowerCase()])
    expect(await house().check(stolen)).toBeNull();
});

test("a session that has run out is of no use, and is swept away", async () => {
  const userId = await someUser();
  const token = await house().open(userId, device);
  await expireIn("-1 second", userId);
  expect(await house().check(token)).toBeNull();
  const other = await house().open(userId, device);
  await expireIn("-1 second", userId);
  await house().sweep();
  expect((await db.owner.query("select from session where user_id = $1", [userId])).rowCount).toBe(0);
  expect(await house().check(other)).toBeNull();
});

test("a session in use is prolonged once half of its time is over, and says that its cookie must be sent again", async () => {
  const userId = await someUser();
  const token = await house().open(userId, device);
  expect((await house().check(token))?.fresh).toBe(false);
  await expireIn("14 days", userId);
  expect((await house().check(token))?.fresh).toBe(true);
  expect((await house().check(token))?.fresh).toBe(false);
  const { rowCount } = await db.owner.query(
    "select from session where user_id = $1 and expires_at > now() + interval '29 days'",
    [userId],
  );
  expect(rowCount).toBe(1);
});

test("closing ends one session, closing all ends every one of that user and nobody else's", async () => {
  const [userId, neighbour] = [await someUser(), await someUser()];
  const tokens = [
    await house().open(userId, device),
    await house().open(userId, device),
    await house().open(userId, device),
  ] as const;
  const theirs = await house().open(neighbour, device);
  await house().close(tokens[0]);
  expect(await house().check(tokens[0])).toBeNull();
  expect(await house().check(tokens[1])).not.toBeNull();
  await house().closeAll(userId);
  for (const token of tokens) expect(await house().check(token)).toBeNull();
  expect(await house().check(theirs)).not.toBeNull();
});

test("a device that says nothing, or far too much, can still sign in", async () => {
  const userId = await someUser();
  await house().open(userId, { userAgent: null, ip: null });
  await house().open(userId, { userAgent: "x".repeat(10_000), ip: "2001:db8::1" });
  expect((await db.owner.query("select from session where user_id = $1", [userId])).rowCount).toBe(2);
});

test("the cookie carries the token, safely, and is read back from among others", async () => {
  const cookie = house().cookie("a-token");
  expect(cookie).toMatch(/^__Host-guildhall=a-token;/);
  for (const attribute of [/HttpOnly/, /Secure/, /SameSite=Lax/, /Path=\//]) expect(cookie).toMatch(attribute);
  expect(house().readCookie("other=1; __Host-guildhall=a-token; more=2")).toBe("a-token");
  expect(house().readCookie(null)).toBeNull();
  expect(house().cookie(null)).toMatch(/Max-Age=0/);
});

/** The same database, counting what is asked of it. */
function counted(database: Database): { database: Database; queries: () => number } {
  let queries = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries++;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    database: {
      ...database,
      withPlatform: (purpose, work, options) =>
        database.withPlatform(purpose, (db) => work(db.withPlugin(counter)), options),
    },
    queries: () => queries,
  };
}

test("checking a session is one query, also when it notes that it was seen", async () => {
  const userId = await someUser();
  const token = await house().open(userId, device, ["password"]);
  const { database, queries } = counted(db.database);
  const sessions = openSessions(database, { secure: true });
  const seen = async () => {
    const { rows } = await db.owner.query<{ last_seen_at: Date }>(
      "select last_seen_at from session where user_id = $1",
      [userId],
    );
    return rows[0]?.last_seen_at.getTime() ?? 0;
  };
  const start = await seen();
  expect(await sessions.check(token)).toMatchObject({ proved: ["password"] });
  expect([queries(), await seen()]).toEqual([1, start]); // a fresh note is left as it is
  await db.owner.query("update session set last_seen_at = now() - interval '6 minutes' where user_id = $1", [userId]);
  await sessions.check(token);
  expect(queries()).toBe(2);
  expect(await seen()).toBeGreaterThan(Date.now() - 60_000);
  await sessions.check("unknown");
  expect(queries()).toBe(3);
});

test("a renewed session opens with its new token alone, keeps its age, and adds what was proved", async () => {
  const userId = await someUser();
  const [token, other] = [await house().open(userId, device, ["password"]), await house().open(userId, device)];
  const who = await house().check(token);
  if (!who) return expect.unreachable();
  const renew = (endOthers: boolean, at = who) =>
    db.database.withPlatform("sign-in", (platform) =>
      renewSession(platform, at, { proofs: ["totp", "password"], endOthers, now: new Date() }),
    );
  const next = await renew(false);
  expect(await house().check(token)).toBeNull();
  expect(await house().check(other)).not.toBeNull();
  const renewed = await house().check(next);
  expect(renewed?.proved.toSorted()).toEqual(["password", "totp"]);
  await expect(renew(true)).rejects.toMatchObject({ kind: "unauthenticated" }); // by the id that is gone
  if (!renewed) return expect.unreachable();
  const last = await renew(true, renewed);
  expect(await house().check(last)).not.toBeNull();
  for (const over of [next, other]) expect(await house().check(over)).toBeNull();
});

test("a closed account's sessions open nothing, even one that slipped through its closing", async () => {
  const userId = await someUser();
  const token = await house().open(userId, device);
  await db.owner.query("update user_account set closed_at = now() where id = $1", [userId]);
  expect(await house().check(token)).toBeNull();
});

test("a proof is fresh for a quarter of an hour; a passkey, an app or a recovery code makes two factors", () => {
  const at = (minutes: number) => ({ provedAt: new Date(Date.now() - minutes * 60_000) });
  expect([at(0), at(14), at(16), { provedAt: null }].map((who) => isFreshlyProved(who, new Date()))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(() => requireFreshProof(at(16), new Date())).toThrow("auth.prove-again");
  for (const two of [["passkey"], ["password", "totp"], ["mail", "recovery-code"]] as const)
    expect(provesTwoFactors(two)).toBe(true);
  for (const one of [[], ["password"], ["mail", "sms", "password"]] as const) expect(provesTwoFactors(one)).toBe(false);
});

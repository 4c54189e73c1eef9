import { createHash } from "node:crypto";
import { createUser, openSessions } from "@guildhall/auth";
import type { Role } from "@guildhall/tenancy/schemas";
import { type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { afterEach, expect, test } from "vitest";
import { addLogin } from "./add-login.ts";
import { type AccessWatch, openAccessWatch, type Standing } from "./watch-access.ts";

const db = useDatabase();
const open: AccessWatch[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((watch) => watch.stop()));
});

let users = 0;

/** Somebody of a hall on one device, and what their open line has been told. */
async function someoneInside(role: Role | null = "staff", hall?: GivenTenant) {
  const home = hall ?? (await given(db).tenant());
  const userId = await createUser(db.database, { email: `line-${++users}@guildhall.example`, password: null });
  const personId = await home.inside((ctx) =>
    addLogin(ctx, { userId, fullName: "陈雨泽", email: `line-${users}@example.com`, role }),
  );
  const sessions = openSessions(db.database, { secure: false });
  const token = await sessions.open(userId, { userAgent: null, ip: null });
  const sessionId = createHash("sha256").update(token).digest("hex");
  return {
    hall: home,
    tenantId: home.tenant.id,
    userId,
    personId,
    sessions,
    token,
    sessionId,
    role,
    underSignInRules: true,
  };
}

function watching(standing: Standing) {
  const watch = openAccessWatch(db.database, {
    every: 3_600_000,
    onError: (error) => {
      throw error;
    },
  });
  open.push(watch);
  let ended = 0;
  const leave = watch.watch(standing, () => ended++);
  return {
    leave,
    ended: async () => {
      await watch.look();
      return ended;
    },
  };
}

test("whoever stands as they came in is left alone", async () => {
  for (const role of ["staff", null] as const) {
    const line = watching(await someoneInside(role));
    expect(await line.ended()).toBe(0);
    expect(await line.ended()).toBe(0);
  }
});

test.each([
  ["signed out", ({ sessions, token }) => sessions.close(token)],
  [
    "the session ran out",
    ({ sessionId }) => sql("update session set expires_at = '2020-01-01' where id = $1", sessionId),
  ],
  ["removed from the hall", ({ personId }) => sql("delete from login where person_id = $1", personId)],
  ["no longer staff", ({ personId }) => sql("delete from membership where person_id = $1", personId)],
  ["another role", ({ personId }) => sql("update membership set role = 'viewer' where person_id = $1", personId)],
  ["the hall is suspended", ({ tenantId }) => sql("update tenant set status = 'suspended' where id = $1", tenantId)],
  [
    "the hall asks for a second factor",
    ({ tenantId }) => sql("update tenant set requires_second_factor = true where id = $1", tenantId),
  ],
  ["the account is closed", ({ userId }) => sql("update user_account set closed_at = now() where id = $1", userId)],
] satisfies [string, (who: Awaited<ReturnType<typeof someoneInside>>) => Promise<unknown>][])(
  "%s: the line ends, and ends once",
  async (_, happen) => {
    const who = await someoneInside();
    const line = watching(who);
    await happen(who);
    expect(await line.ended()).toBe(1);
    expect(await line.ended()).toBe(1);
  },
);

test("who has proved a second factor, and a line that the rule is not about, stay when a hall begins to ask for one", async () => {
  const proved = await someoneInside("staff");
  await sql("update session set proved = '{password,totp}' where id = $1", proved.sessionId);
  const member = await someoneInside(null, proved.hall);
  const passing = { ...(await someoneInside("viewer", proved.hall)), underSignInRules: false };
  const lines = [proved, { ...member, underSignInRules: false }, passing].map(watching);
  const twin = watching({ ...passing, underSignInRules: true });
  await sql("update tenant set requires_second_factor = true where id = $1", proved.tenantId);
  for (const line of lines) expect(await line.ended()).toBe(0);
  expect(await twin.ended()).toBe(1);
});

test("what happens to one ends no line of another, and a line that was left is told nothing", async () => {
  const one = await someoneInside();
  const other = await someoneInside("viewer", one.hall);
  const [left, gone, stays] = [watching(one), watching(one), watching(other)];
  left.leave();
  await one.sessions.close(one.token);
  expect([await left.ended(), await gone.ended(), await stays.ended()]).toEqual([0, 1, 0]);
});

const sql = (text: string, ...values: unknown[]) => db.owner.query(text, values);

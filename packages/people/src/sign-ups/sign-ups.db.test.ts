import { rejects } from "node:assert/strict";
import { createUser, openSessions, type Sessions, signInWithPassword } from "@guildhall/auth";
import { newId, systemClock } from "@guildhall/core";
import { testNow } from "@guildhall/testing";
import { expect, test } from "vitest";
import { askForSlug } from "./ask-for-slug.ts";
import { openHall } from "./open-hall.ts";
import { sweepSignUps } from "./sweep-sign-ups.ts";
import { password, useFrontDoor } from "./test/use-front-door.ts";

const door = useFrontDoor();
const asked = { ip: "203.0.113.9", now: testNow };
const hallAt = async (slug: string) =>
  (
    await door.db.owner.query(
      `select t.name, t.locale, t.time_zone, t.trial_ends_at - t.created_at as trial, p.full_name, m.role, u.email, i.verified_at is not null as verified
       from tenant t join person p on p.tenant_id = t.id join membership m on m.tenant_id = t.id and m.person_id = p.id
       join login l on l.tenant_id = t.id and l.person_id = p.id join user_account u on u.id = l.user_id
       join person_identity i on i.tenant_id = t.id and i.person_id = p.id where t.slug = $1`,
      [slug],
    )
  ).rows;
const accounts = async (email: string) =>
  (await door.db.owner.query("select id from user_account where email = $1", [email])).rowCount;

test("a company signs itself up and stands in its hall, its owner inside", async () => {
  const email = "lin@yuanshan.example";
  const { slug, browserKey } = await door.begin({ email, timeZone: "Asia/Shanghai" });
  expect(slug).toBe("yuanshanhuwai");
  expect(await accounts(email)).toBe(0);

  const { token } = await door.openMail(email);
  expect(await door.read({ token, browserKey })).toMatchObject({ company: "远山户外", slug, email, needs: "nothing" });
  const opened = await door.accept({ token, browserKey });
  expect(opened).toMatchObject({ slug, signIn: { kind: "signed-in" } });
  expect(await hallAt(slug)).toEqual([
    {
      name: "远山户外",
      locale: "zh-CN",
      time_zone: "Asia/Shanghai",
      trial: { days: 14 },
      full_name: "林乔",
      role: "owner",
      email,
      verified: true,
    },
  ]);
  const sessions = openSessions(door.db.database, { secure: false });
  if (opened.signIn?.kind === "signed-in")
    expect((await sessions.check(opened.signIn.token))?.user).toMatchObject({ email, locale: "zh-CN" });
  await signIn(sessions, { email, password });
});

test("the link works once", async () => {
  const email = "once@yuanshan.example";
  const { browserKey } = await door.begin({ email, slug: "once-only" });
  const { token } = await door.openMail(email);
  await door.accept({ token, browserKey });
  expect(await door.read({ token, browserKey })).toBeNull();
  await rejects(door.accept({ token, browserKey }), { code: "people.sign-up-gone" });
});

test("pressed several times at once it makes one account and one hall", async () => {
  const email = "double@yuanshan.example";
  const { browserKey } = await door.begin({ email, slug: "pressed-twice" });
  const { token } = await door.openMail(email);
  const presses = await Promise.allSettled(Array.from({ length: 6 }, () => door.accept({ token, browserKey })));
  const taken = presses.filter(({ status }) => status === "fulfilled");
  expect(taken.length).toBeGreaterThanOrEqual(1);
  for (const press of presses)
    if (press.status === "rejected") expect(press.reason).toMatchObject({ code: "people.sign-up-gone" });
  expect(await accounts(email)).toBe(1);
  expect(await hallAt("pressed-twice")).toHaveLength(1);
});

test("the password never lies anywhere but as its hash, and that not longer than needed", async () => {
  const email = "secret@yuanshan.example";
  const { browserKey } = await door.begin({ email, slug: "well-kept" });
  const { token } = await door.openMail(email);
  const kept = await door.db.owner.query("select to_jsonb(s)::text as row from sign_up s where email = $1", [email]);
  expect(kept.rows[0].row).not.toContain(password);
  expect(kept.rows[0].row).toContain("$argon2id$");
  expect(kept.rows[0].row).not.toContain(browserKey);
  await door.accept({ token, browserKey });
  const after = await door.db.owner.query("select password_hash from sign_up where email = $1", [email]);
  expect(after.rows).toEqual([{ password_hash: null }]);
});

test("somebody who signs another's address up does not come by the password of their account", async () => {
  const email = "victim@yuanshan.example";
  await door.begin({ email, slug: "a-trap" }); // the attacker's browser keeps the key
  const { token } = await door.openMail(email);

  expect(await door.read({ token })).toMatchObject({ needs: "password" });
  await rejects(door.accept({ token }), { code: "auth.password-missing" });
  await door.accept({ token, answer: { password: "the victim's very own" } });
  const sessions = openSessions(door.db.database, { secure: false });
  await rejects(signIn(sessions, { email, password }), {
    code: "auth.wrong-credentials",
  });
  await signIn(sessions, { email, password: "the victim's very own" });
});

test("who has an account is answered like everybody else, told in the mail, and adds a hall with the same link", async () => {
  const email = "known@yuanshan.example";
  const userId = await createUser(door.db.database, { email, password: "what they have already", emailVerified: true });
  const { slug, browserKey, ...rest } = await door.begin({ email, slug: "another-hall" });
  expect({ slug, rest }).toEqual({ slug: "another-hall", rest: { email } });
  const { token, hasAccount } = await door.openMail(email);
  expect(hasAccount).toBe(true);

  expect(await door.read({ token, browserKey })).toMatchObject({ needs: "sign-in" });
  await rejects(door.accept({ token, browserKey }), { kind: "unauthenticated" });
  await rejects(door.accept({ token, userId: newId() }), { code: "people.sign-up-for-another" });
  expect(await hallAt("another-hall")).toEqual([]);

  expect(await door.accept({ token, userId })).toEqual({ slug: "another-hall", signIn: null });
  expect(await hallAt("another-hall")).toMatchObject([{ email, role: "owner" }]);
  const { rows } = await door.db.owner.query("select password_hash from user_account where id = $1", [userId]);
  const sessions = openSessions(door.db.database, { secure: false });
  expect(rows).toHaveLength(1);
  await signIn(sessions, { email, password: "what they have already" });
});

test("the mail says nothing that somebody typed, but the address", async () => {
  const email = "spammed@yuanshan.example";
  await door.begin({ email, company: "Buy at http://evil.example", fullName: "Free Money", slug: "plain-words" });
  await door.openMail(email);
  const { rows } = await door.db.owner.query("select input::text, subject from message where recipient = $1", [email]);
  expect(rows[0].input).not.toMatch(/evil|Money/);
  expect(rows[0].input).toContain("plain-words");
  expect(rows[0].subject).toBe("会馆等你开张");
});

test("an address that was taken while the mail lay there costs another choice, and nothing else", async () => {
  const email = "slow@yuanshan.example";
  const { browserKey } = await door.begin({ email, slug: "contested", company: "Slow & Steady" });
  const { token } = await door.openMail(email);
  const other = await createUser(door.db.database, { email: "fast@yuanshan.example", password: null });
  const owner = { userId: other, email: "fast@yuanshan.example", locale: "en", now: testNow } as const;
  await openHall(door.db.database, { company: "Fast", slug: "contested", fullName: "Fast" }, owner);

  expect(await door.read({ token, browserKey })).toMatchObject({
    slugFree: false,
    suggestion: "contested-2",
    company: "Slow & Steady",
  });
  await rejects(door.accept({ token, browserKey }), {
    code: "tenancy.slug-taken",
    fields: { slug: "tenancy.slug-taken" },
  });
  expect(await accounts(email)).toBe(0);
  expect(await door.accept({ token, browserKey, answer: { slug: "contested-2" } })).toMatchObject({
    slug: "contested-2",
  });
  expect(await hallAt("contested-2")).toMatchObject([{ name: "Slow & Steady", email }]);
});

test("a link that is a day old opens nothing, and what was typed is forgotten", async () => {
  const email = "late@yuanshan.example";
  const { browserKey } = await door.begin(
    { email, slug: "too-late" },
    { now: new Date(systemClock.now().getTime() - 90_000_000) },
  );
  expect((await door.db.owner.query("select from message where recipient = $1", [email])).rowCount).toBe(0);
  expect(await door.read({ token: "whatever", browserKey })).toBeNull();
  await sweepSignUps(door.db.database);
  expect((await door.db.owner.query("select from sign_up where email = $1", [email])).rowCount).toBe(0);
});

test("an address that is taken or reserved is told at once, with one that is free", async () => {
  await expect(door.begin({ slug: "console" })).rejects.toThrow();
  expect(await askForSlug(door.db.database, { slug: "Console" }, asked)).toEqual({
    asked: "console",
    state: "taken",
    suggestion: "console-2",
  });
  expect(await askForSlug(door.db.database, { company: "远山户外" }, asked)).toMatchObject({
    asked: null,
    state: "free",
    suggestion: "yuanshanhuwai-2",
  });
  expect(await askForSlug(door.db.database, { slug: "ab" }, asked)).toMatchObject({ state: "malformed" });
  expect(await askForSlug(door.db.database, { slug: "Far-Away " }, asked)).toMatchObject({
    asked: "far-away",
    state: "free",
  });
});

test("sign-ups are limited by network and by address, and so are questions", async () => {
  const email = "bombed@yuanshan.example";
  for (let n = 0; n < 5; n++) await door.begin({ email, slug: `bomb-${n}` }, { ip: "192.0.2.1" });
  await rejects(door.begin({ email, slug: "bomb-6" }, { ip: "192.0.2.1" }), { code: "auth.too-many-attempts" });
  await door.begin({ email: "neighbour@yuanshan.example", slug: "peaceful" }, { ip: "192.0.2.1" });
  const questions = Array.from({ length: 320 }, () =>
    askForSlug(door.db.database, { slug: "whatever" }, { ip: "192.0.2.2", now: testNow }),
  );
  const answers = await Promise.allSettled(questions);
  expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(20);
});

test("who is signed in opens a further hall without mail or password", async () => {
  const email = "second@yuanshan.example";
  const userId = await createUser(door.db.database, { email, password: null, emailVerified: true });
  const owner = { userId, email, locale: "en", now: testNow } as const;
  const slug = await openHall(door.db.database, { company: "Tea & Co", fullName: "Mei" }, owner);
  expect(slug).toBe("tea-and-co");
  expect(await hallAt(slug)).toMatchObject([
    { name: "Tea & Co", time_zone: "UTC", full_name: "Mei", email, role: "owner" },
  ]);
});

/** Through the front door, from a browser that has never been here. */
function signIn(sessions: Sessions, credentials: { email: string; password: string }) {
  const porch = { database: door.db.database, sessions, secret: "s".repeat(32), publicUrl: "", smsPerHour: 1 };
  const device = { userAgent: null, ip: null };
  const strange = { previousToken: null, doorToken: null, knownBrowser: null, locale: "en" } as const;
  return signInWithPassword(porch, credentials, { device, ...strange, at: testNow });
}

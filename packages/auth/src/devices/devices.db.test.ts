import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { givenAccounts } from "../test/given-account.ts";
import { endDevice, endOtherDevices, listDevices } from "./devices.ts";

const db = useDatabase();
const given = givenAccounts(db);

const firefox = {
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  ip: "2001:db8::1",
};

test("somebody sees where they are signed in: here first, then as last seen, and nobody else's", async () => {
  const { userId, who } = await given.account();
  await given.account();
  await given.house().sessions.open(userId, firefox);
  await given.house().sessions.open(userId, { userAgent: null, ip: null });
  await db.owner.query(
    "update session set last_seen_at = now() - interval '2 days' where user_id = $1 and user_agent is not null",
    [userId],
  );
  expect(await listDevices(db.database, who, new Date())).toMatchObject([
    { current: true, id: who.sessionId, ip: "203.0.113.7" },
    { current: false, browser: null, system: null, ip: null },
    { current: false, browser: "Firefox", system: "Linux", ip: "2001:db8::1" },
  ]);
});

test("a device is signed out by its own owner alone; what is no device is refused", async () => {
  const [mine, theirs] = [await given.account(), await given.account()];
  await endDevice(db.database, mine.who, { device: theirs.who.sessionId });
  expect(await given.house().sessions.check(theirs.token)).not.toBeNull();
  const other = await given.house().sessions.open(mine.userId, firefox);
  await endDevice(db.database, mine.who, { device: (await given.whoseIs(other)).sessionId });
  expect(await given.house().sessions.check(other)).toBeNull();
  expect(await given.house().sessions.check(mine.token)).not.toBeNull();
  await expect(endDevice(db.database, mine.who, { device: "' or true --" })).rejects.toThrow();
});

test("signing out everywhere else leaves this device, and everybody else's", async () => {
  const [mine, theirs] = [await given.account(), await given.account()];
  const others = [
    await given.house().sessions.open(mine.userId, firefox),
    await given.house().sessions.open(mine.userId, firefox),
  ];
  expect(await endOtherDevices(db.database, mine.who)).toBe(2);
  for (const other of others) expect(await given.house().sessions.check(other)).toBeNull();
  for (const kept of [mine.token, theirs.token]) expect(await given.house().sessions.check(kept)).not.toBeNull();
});

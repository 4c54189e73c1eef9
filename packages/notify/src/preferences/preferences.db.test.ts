import { newId } from "@guildhall/core";
import { testNow, useDatabase } from "@guildhall/testing";
import { describe, expect, test } from "vitest";
import { makeNoticeToken } from "../letters/notice-token.ts";
import { desk, type Insider, register, type StaffedHall, staffedHall } from "../test/staffed-hall.ts";
import { enterByNoticeKey } from "./enter-by-notice-key.ts";
import { noticeChoices } from "./notice-settings.queries.ts";
import { noticeSettingsInput } from "./notice-settings.ts";
import { saveNoticeSettings } from "./save-notice-settings.ts";
import { stopMail } from "./stop-mail.ts";

const db = useDatabase();
const choicesOf = (hall: StaffedHall, who: Insider) =>
  hall.as(who, (ctx) => noticeChoices(ctx, register, who.personId));
const topics = Object.fromEntries(register.topics.map(({ name }) => [name, { inApp: true, mail: "digest" }]));
const form = { topics, digest: "daily", digestHour: 8, digestWeekday: 1, locale: "account" };

test("until somebody chooses, each topic goes by its own default", async () => {
  const hall = await staffedHall(db);
  const { settings, topics: chosen } = await choicesOf(hall, await hall.insider("admin"));
  expect(settings).toMatchObject({ paused: false, quiet: null, digest: "daily", locale: null });
  expect(chosen).toMatchObject({ you: { inApp: true, mail: "now" }, team: { inApp: true, mail: "digest" } });
});

test("what somebody chooses is theirs, in this hall, and can be chosen anew", async () => {
  const [hall, other] = [await staffedHall(db), await staffedHall(db)];
  const [lin, maya, elsewhere] = [
    await hall.insider("admin"),
    await hall.insider("admin"),
    await other.insider("admin"),
  ];
  const untouched = await choicesOf(hall, maya);
  await hall.as(lin, (ctx) => saveNoticeSettings(ctx, register, form));
  const chosen = { ...form, paused: true, quiet: true, quietFrom: "23:15", quietTo: "06:05", locale: "zh-CN" };
  await hall.as(lin, (ctx) =>
    saveNoticeSettings(ctx, register, { ...chosen, topics: { ...topics, team: { inApp: false, mail: "off" } } }),
  );
  expect(await choicesOf(hall, lin)).toMatchObject({
    settings: { paused: true, quiet: { from: 1395, to: 365 }, locale: "zh-CN" },
    topics: { team: { inApp: false, mail: "off" }, you: { inApp: true, mail: "digest" } },
  });
  expect(await choicesOf(hall, maya)).toEqual(untouched);
  expect(await choicesOf(other, elsewhere)).toEqual(untouched);
});

test.each([
  ["quiet hours without an end", { quiet: true, quietFrom: "22:00", quietTo: "22:00" }, "notify.quiet-hours-empty"],
  ["a time that is none", { quietFrom: "25:00" }, "notify.time-malformed"],
  ["a time that says something else", { quietTo: "'; drop table person; --" }, "notify.time-malformed"],
])("%s is refused", (_, wrong, code) => {
  const refused = noticeSettingsInput(Object.keys(topics)).safeParse({ ...form, ...wrong });
  expect(refused.error?.issues.map(({ message }) => message)).toEqual([code]);
});

test.each([
  ["an hour that a day does not have", { digestHour: 24 }],
  ["a rhythm that nobody knows", { digest: "hourly" }],
  ["a topic without its channels", { topics: { team: {} } }],
])("%s is refused", (_, wrong) => {
  expect(noticeSettingsInput(Object.keys(topics)).safeParse({ ...form, ...wrong }).success).toBe(false);
});

test("a form takes its own output again", () => {
  const schema = noticeSettingsInput(Object.keys(topics));
  const once = schema.parse(form);
  expect(schema.parse(once)).toEqual(once);
});

test("nobody chooses without being somebody", async () => {
  const hall = await staffedHall(db);
  await expect(hall.inside((ctx) => saveNoticeSettings(ctx, register, form))).rejects.toThrow("core.not-found");
});

describe("the link in a mail", () => {
  const keyOf = (hall: StaffedHall, who: Insider, stops: string | null = "team") =>
    makeNoticeToken(desk.secret, { tenantId: hall.tenant.id, personId: who.personId, stops, writtenAt: testNow });

  test("stops one topic or the digest with one click; again does no harm", async () => {
    const hall = await staffedHall(db);
    const who = await hall.insider("admin");
    for (const stops of ["team", "team", "digest", "digest", "no such topic"]) {
      const { scope, key } = await enterByNoticeKey(db.database, desk.secret, keyOf(hall, who, stops));
      await db.database.withTenant(scope, (ctx) => stopMail(ctx, register, key.stops ?? ""));
    }
    const { settings, topics: chosen } = await choicesOf(hall, who);
    expect(settings.digest).toBe("none");
    expect(chosen).toMatchObject({ team: { inApp: true, mail: "off" }, you: { inApp: true, mail: "now" } });
  });

  test("lets its holder choose, and do nothing else", async () => {
    const hall = await staffedHall(db);
    const who = await hall.insider("owner");
    const { scope } = await enterByNoticeKey(db.database, desk.secret, keyOf(hall, who));
    expect(scope.actor).toMatchObject({ kind: "person", personId: who.personId, role: null });
    expect(scope.actor.can("workspace.enter")).toBe(false);
  });

  test.each([
    [
      "signed with another secret",
      (hall: StaffedHall, who: Insider) =>
        makeNoticeToken("another secret of the same length", {
          tenantId: hall.tenant.id,
          personId: who.personId,
          stops: null,
          writtenAt: testNow,
        }),
    ],
    [
      "of a hall that is not there",
      (_: StaffedHall, who: Insider) =>
        makeNoticeToken(desk.secret, { tenantId: newId(), personId: who.personId, stops: null, writtenAt: testNow }),
    ],
    [
      "of somebody who has no way in any more",
      (hall: StaffedHall) =>
        makeNoticeToken(desk.secret, { tenantId: hall.tenant.id, personId: newId(), stops: null, writtenAt: testNow }),
    ],
    ["of which a letter was changed", (hall: StaffedHall, who: Insider) => `x${keyOf(hall, who)}`],
    ["that is nonsense", () => "a.b.c"],
    ["that is empty", () => ""],
  ])("opens nothing when it is one %s", async (_, token) => {
    const hall = await staffedHall(db);
    const who = await hall.insider("admin");
    await expect(enterByNoticeKey(db.database, desk.secret, token(hall, who))).rejects.toThrow("notify.link-malformed");
  });

  test.each([
    ["on its last day for choosing", 90, "team", "choose"],
    ["after it", 91, "team", "stop"],
    ["after it, where there is nothing to stop", 91, null, "nothing"],
    ["on its last day for stopping", 400, "team", "stop"],
    ["after that", 401, "team", "nothing"],
  ])("%s reaches as far as it should, by the hall's clock", async (_, days, stops, reach) => {
    const hall = await staffedHall(db);
    const who = await hall.insider("admin");
    await hall.at(new Date(testNow.getTime() + days * 86_400_000).toISOString());
    expect((await enterByNoticeKey(db.database, desk.secret, keyOf(hall, who, stops))).reach).toBe(reach);
  });

  test("of one hall does not open the same person elsewhere", async () => {
    const [hall, other] = [await staffedHall(db), await staffedHall(db)];
    const who = await hall.insider("admin");
    const forged = makeNoticeToken(desk.secret, {
      tenantId: other.tenant.id,
      personId: who.personId,
      stops: null,
      writtenAt: testNow,
    });
    await expect(enterByNoticeKey(db.database, desk.secret, forged)).rejects.toThrow("notify.link-malformed");
  });
});

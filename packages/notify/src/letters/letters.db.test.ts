import type { Ctx } from "@guildhall/db";
import { testNow, useDatabase } from "@guildhall/testing";
import { describe, expect, test } from "vitest";
import { readAllNotices } from "../centre/read-notices.ts";
import { noticeChoices } from "../preferences/notice-settings.queries.ts";
import { saveNoticeSettings } from "../preferences/save-notice-settings.ts";
import { desk, type Insider, register, type StaffedHall, staffedHall } from "../test/staffed-hall.ts";
import { queueDigest } from "./compose-letter.ts";
import { mailRound } from "./mail-round.ts";
import { readNoticeToken } from "./notice-token.ts";
import { pendingNotices } from "./pending-notices.ts";
import { writeDueMail } from "./write-due-mail.ts";

const db = useDatabase();

type Choice = Partial<Parameters<typeof saveNoticeSettings>[2] & Record<string, unknown>>;

/** What somebody has chosen up to now, with this beside it. */
async function chooses(hall: StaffedHall, who: Insider, choice: Choice): Promise<void> {
  await hall.as(who, async (ctx) => {
    const { topics } = await noticeChoices(ctx, register, who.personId);
    const form = { digest: "daily", digestHour: 8, digestWeekday: 1, locale: "account", topics, ...choice };
    await saveNoticeSettings(ctx, register, form);
  });
}
const mailFor = (topic: string, mail: "now" | "digest" | "off") => async (hall: StaffedHall, who: Insider) => {
  const { topics } = await hall.as(who, (ctx) => noticeChoices(ctx, register, who.personId));
  await chooses(hall, who, { topics: { ...topics, [topic]: { inApp: true, mail } } });
};
const joins = async (hall: StaffedHall, name: string) =>
  hall.happens("people.staff-joined", { personId: await hall.person(name), role: "staff" });
const roleChanges = (hall: StaffedHall, who: Insider) =>
  hall.happens("people.role-changed", { personId: who.personId, from: "staff", to: "admin" });
const subjects = async (hall: StaffedHall, who: Insider) => (await hall.mailOf(who)).map(({ subject }) => subject);

describe("a letter", () => {
  test("goes out at once, in the language of its reader's account, and leads to the notice", async () => {
    const hall = await staffedHall(db);
    const lin = await hall.insider("admin", { locale: "zh-CN" });
    await roleChanges(hall, lin);
    await hall.mails();
    const [letter] = await hall.mailOf(lin);
    expect(letter).toMatchObject({ subject: "你在「远山户外」的角色现在是：管理员", locale: "zh-CN" });
    const [notice] = await hall.noticesOf(lin);
    expect(letter?.input.open).toMatchObject({
      url: `https://guildhall.example/w/${hall.tenant.slug}/notifications/${notice?.id}`,
    });
  });

  test("goes out once, though the round runs again, and by ten at once", async () => {
    const hall = await staffedHall(db);
    const lin = await hall.insider("admin");
    await roleChanges(hall, lin);
    const due = { tenantId: hall.tenant.id, personId: lin.personId, what: "letter" as const };
    await Promise.all(Array.from({ length: 10 }, () => writeDueMail(db.database, desk, due)));
    await hall.mails();
    expect(await hall.mailOf(lin)).toHaveLength(1);
  });

  test("is not written about what was read before, nor to an address that nobody proved, nor to a closed account", async () => {
    const hall = await staffedHall(db);
    const reader = await hall.insider("admin");
    const unproven = await hall.insider("admin", { emailVerified: false });
    const closed = await hall.insider("admin");
    await db.owner.query("update user_account set closed_at = now() where id = $1", [closed.actor.userId]);
    for (const who of [reader, unproven, closed]) await roleChanges(hall, who);
    await hall.as(reader, (ctx) => readAllNotices(ctx, { until: ctx.clock.now() }));
    await hall.mails();
    for (const who of [reader, unproven, closed]) expect(await hall.mailOf(who)).toEqual([]);
  });

  test("is not written about what its reader may no longer see", async () => {
    const hall = await staffedHall(db);
    const admin = await hall.insider("admin");
    await mailFor("team", "now")(hall, admin);
    await joins(hall, "王芳");
    await db.owner.query("update membership set role = 'viewer' where person_id = $1", [admin.personId]);
    await hall.mails();
    expect(await hall.mailOf(admin)).toEqual([]);
  });

  test("is not written to whom turned it off since, and becomes part of the digest where they chose that", async () => {
    const hall = await staffedHall(db);
    const [off, digest] = [await hall.insider("owner"), await hall.insider("owner")];
    for (const who of [off, digest]) await mailFor("team", "now")(hall, who);
    await joins(hall, "王芳");
    await mailFor("team", "off")(hall, off);
    await mailFor("team", "digest")(hall, digest);
    await hall.mails();
    for (const who of [off, digest]) expect(await subjects(hall, who)).toEqual([]);
    await hall.at("2026-03-04T09:00:00Z");
    await hall.mails();
    await hall.at("2026-03-05T09:00:00Z");
    await hall.mails();
    expect(await subjects(hall, off)).toEqual([]);
    expect(await subjects(hall, digest)).toEqual(["远山户外: 1 thing you have not seen yet"]);
  });

  test("tells of several things of one topic at once, and lets their reader stop that topic with one click", async () => {
    const hall = await staffedHall(db);
    const admin = await hall.insider("admin");
    await hall.happens("tenancy.trial-end-neared", { tenantId: hall.tenant.id, days: 3 });
    await hall.happens("tenancy.trial-ended", { tenantId: hall.tenant.id });
    await hall.mails();
    const [letter, ...others] = await hall.mailOf(admin);
    expect(others).toEqual([]);
    expect(letter?.subject).toBe("2 things happened at 远山户外");
    const token = String(letter?.input.stopUrl).split("/").at(-1) ?? "";
    expect(readNoticeToken(desk.secret, token)).toEqual({
      tenantId: hall.tenant.id,
      personId: admin.personId,
      stops: "hall",
      writtenAt: testNow,
    });
  });

  test("takes a name that would break a mail, without what would", async () => {
    const hall = await staffedHall(db);
    const admin = await hall.insider("admin");
    await mailFor("team", "now")(hall, admin);
    const odd = `Ruth\u202E ${"长".repeat(190)}`;
    await joins(hall, odd);
    await hall.mails();
    expect(await subjects(hall, admin)).toEqual([expect.stringMatching(/^Ruth {1,2}长+ joined the team$/)]);
  });
});

describe("quiet hours", () => {
  const quiet = { quiet: true, quietFrom: "22:00", quietTo: "07:00" };

  test("hold mail until they end where its reader is, and then send it once", async () => {
    const hall = await staffedHall(db);
    const [here, there] = [
      await hall.insider("admin", { timeZone: "Asia/Shanghai" }),
      await hall.insider("admin", { timeZone: "America/New_York" }),
    ];
    for (const who of [here, there]) await chooses(hall, who, quiet);
    await hall.at("2026-03-02T15:30:00Z"); // 23:30 in Shanghai, 10:30 in New York
    for (const who of [here, there]) await roleChanges(hall, who);
    await hall.mails();
    expect(await hall.mailOf(here)).toEqual([]);
    expect(await hall.mailOf(there)).toHaveLength(1);
    await hall.at("2026-03-02T22:59:59Z");
    await hall.mails();
    expect(await hall.mailOf(here)).toEqual([]);
    await hall.at("2026-03-02T23:00:00Z");
    await hall.mails();
    await hall.mails();
    expect(await hall.mailOf(here)).toHaveLength(1);
  });

  test("end by the clock on the wall in the night in which the clocks change", async () => {
    const hall = await staffedHall(db);
    const who = await hall.insider("admin", { timeZone: "Europe/London" });
    await chooses(hall, who, quiet);
    await hall.at("2026-03-29T00:30:00Z"); // half an hour before the clocks go forward
    await roleChanges(hall, who);
    await hall.mails();
    await hall.at("2026-03-29T05:59:59Z");
    await hall.mails();
    expect(await hall.mailOf(who)).toEqual([]);
    await hall.at("2026-03-29T06:00:00Z"); // seven in London by summer time
    await hall.mails();
    expect(await hall.mailOf(who)).toHaveLength(1);
  });

  test("let through what cannot wait, and nothing else with it", async () => {
    const hall = await staffedHall(db);
    const who = await hall.insider("admin", { timeZone: "Asia/Shanghai" });
    await chooses(hall, who, quiet);
    await hall.at("2026-03-02T15:30:00Z");
    await roleChanges(hall, who);
    await hall.happens("tenancy.closing-started", { tenantId: hall.tenant.id });
    await hall.mails();
    expect(await subjects(hall, who)).toEqual(["远山户外 is about to close"]);
    await hall.at("2026-03-02T23:00:00Z");
    await hall.mails();
    expect(await hall.mailOf(who)).toHaveLength(2);
  });

  test("that are given up send what they held", async () => {
    const hall = await staffedHall(db);
    const who = await hall.insider("admin", { timeZone: "Asia/Shanghai" });
    await chooses(hall, who, quiet);
    await hall.at("2026-03-02T15:30:00Z");
    await roleChanges(hall, who);
    await hall.mails();
    await chooses(hall, who, { quiet: false });
    await hall.mails();
    expect(await hall.mailOf(who)).toHaveLength(1);
  });
});

describe("a digest", () => {
  test("comes at the hour of its reader, with what is unread, by topic; and only once", async () => {
    const hall = await staffedHall(db);
    const owner = await hall.insider("owner", { timeZone: "Asia/Shanghai" });
    await hall.at("2026-03-02T10:00:00Z"); // 18:00 in Shanghai
    for (const name of ["李秀英", "王芳"]) await joins(hall, name);
    await hall.happens("people.member-joined", { personId: await hall.person("Ruth") });
    await hall.mails();
    await hall.at("2026-03-02T23:59:59Z");
    await hall.mails();
    expect(await hall.mailOf(owner)).toEqual([]);
    await hall.at("2026-03-03T00:00:00Z"); // 08:00
    await hall.mails();
    await hall.mails();
    const [digest, ...others] = await hall.mailOf(owner);
    expect(others).toEqual([]);
    expect(digest).toMatchObject({
      subject: "远山户外: 2 things you have not seen yet",
      input: {
        sections: [
          { label: "Members", items: ["Ruth became a member"] },
          { label: "The team", items: ["王芳 and 1 other joined the team"] },
        ],
        open: { url: `https://guildhall.example/w/${hall.tenant.slug}/notifications` },
      },
    });
    await hall.at("2026-03-04T00:00:00Z");
    await hall.mails();
    expect(await hall.mailOf(owner)).toHaveLength(1); // nothing new: no mail
  });

  test("does not come where everything was read", async () => {
    const hall = await staffedHall(db);
    const owner = await hall.insider("owner");
    await joins(hall, "王芳");
    await hall.mails();
    await hall.as(owner, (ctx) => readAllNotices(ctx, { until: ctx.clock.now() }));
    await hall.at("2026-03-05T09:00:00Z");
    await hall.mails();
    expect(await hall.mailOf(owner)).toEqual([]);
  });

  test("comes once a week to whom wants it so, and never to whom wants none", async () => {
    const hall = await staffedHall(db);
    const weekly = await hall.insider("owner", { timeZone: "UTC" });
    const never = await hall.insider("owner", { timeZone: "UTC" });
    await chooses(hall, weekly, { digest: "weekly", digestWeekday: 5, digestHour: 18 });
    await chooses(hall, never, { digest: "none" });
    await joins(hall, "王芳"); // on a Monday
    for (const day of [3, 4, 5]) {
      await hall.at(`2026-03-0${day}T20:00:00Z`);
      await hall.mails();
    }
    expect(await hall.mailOf(weekly)).toEqual([]);
    await hall.at("2026-03-06T18:00:00Z");
    await hall.mails();
    expect(await hall.mailOf(weekly)).toHaveLength(1);
    expect(await hall.mailOf(never)).toEqual([]);
  });

  test("does not come while everything is paused, and what happened meanwhile is not mailed afterwards", async () => {
    const hall = await staffedHall(db);
    const owner = await hall.insider("owner", { timeZone: "UTC" });
    await joins(hall, "王芳");
    await chooses(hall, owner, { paused: true });
    await joins(hall, "李秀英");
    await hall.at("2026-03-04T09:00:00Z");
    await hall.mails();
    await chooses(hall, owner, { paused: false });
    await hall.at("2026-03-06T09:00:00Z");
    await hall.mails();
    expect(await hall.mailOf(owner)).toEqual([]);
    expect(await hall.noticesOf(owner)).toHaveLength(2);
  });

  /** Ten of these at once, for somebody with two notices in their digest. */
  async function tenAtOnce(write: (hall: StaffedHall, who: Insider) => Promise<unknown>): Promise<number> {
    const hall = await staffedHall(db);
    const owner = await hall.insider("owner", { timeZone: "UTC" });
    await joins(hall, "王芳");
    await hall.mails();
    await hall.at("2026-03-03T08:00:00Z");
    await Promise.all(Array.from({ length: 10 }, () => write(hall, owner)));
    return (await hall.mailOf(owner)).length;
  }

  test("is written by one, however many rounds run at once", async () => {
    const quiet = { database: db.database, desk, onFailure: (error: unknown) => Promise.reject(error) };
    expect(await tenAtOnce(() => mailRound(quiet))).toBe(1);
  });

  test("which only the lock sees to: whoever looked what is unread and then wrote would write it again", async () => {
    const settings = {
      paused: false,
      quiet: null,
      digest: "daily",
      digestHour: 8,
      digestWeekday: 1,
      locale: null,
    } as const;
    const twin = (hall: StaffedHall, { personId, email }: Insider) =>
      hall.inside(async (ctx: Ctx) => {
        const pending = await pendingNotices(ctx, register, { personId, as: "digest", settings });
        if (pending.length > 0)
          await queueDigest(ctx, desk, { personId, email, locale: "en", timeZone: null }, pending);
        await ctx.db
          .updateTable("notification")
          .set({ mailed_at: ctx.clock.now() })
          .where("person_id", "=", personId)
          .execute();
      });
    expect(await tenAtOnce(twin)).toBeGreaterThan(1);
  });
});

test("mail for one that cannot be written holds up nobody else's", async () => {
  const [broken, well] = [await staffedHall(db), await staffedHall(db)];
  const [one, other] = [await broken.insider("admin"), await well.insider("admin")];
  await roleChanges(broken, one);
  await roleChanges(well, other);
  await db.owner.query("update user_account set email = 'no address at all' where id = $1", [one.actor.userId]);
  const failed: string[] = [];
  await mailRound({ database: db.database, desk, onFailure: (_, { personId }) => failed.push(personId) });
  expect(failed).toEqual([one.personId]);
  expect(await well.mailOf(other)).toHaveLength(1);

  await db.owner.query("update user_account set email = $2 where id = $1", [one.actor.userId, one.email]);
  await broken.mails();
  expect(await broken.mailOf(one)).toEqual([]); // not every minute
  await broken.at("2026-03-02T10:00:00Z");
  await broken.mails();
  expect(await broken.mailOf(one)).toHaveLength(1);
});

test("a hall that is suspended sends nothing", async () => {
  const hall = await staffedHall(db);
  const admin = await hall.insider("admin");
  await roleChanges(hall, admin);
  await db.owner.query("update tenant set status = 'suspended' where id = $1", [hall.tenant.id]);
  await hall.mails();
  expect(await hall.mailOf(admin)).toEqual([]);
});

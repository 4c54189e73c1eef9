import type { Ctx } from "@guildhall/db";
import { useDatabase } from "@guildhall/testing";
import { describe, expect, test } from "vitest";
import { readAllNotices } from "../centre/read-notices.ts";
import { chooses, joins } from "../test/reader-choices.ts";
import { desk, type Insider, register, type StaffedHall, staffedHall } from "../test/staffed-hall.ts";
import { queueDigest } from "./compose-letter.ts";
import { mailRound } from "./mail-round.ts";
import { pendingNotices } from "./pending-notices.ts";

const db = useDatabase();

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

import { testNow, useDatabase } from "@guildhall/testing";
import { describe, expect, test } from "vitest";
import { readAllNotices } from "../centre/read-notices.ts";
import { joins, mailFor, roleChanges, subjects } from "../test/reader-choices.ts";
import { desk, staffedHall } from "../test/staffed-hall.ts";
import { mailRound } from "./mail-round.ts";
import { readNoticeToken } from "./notice-token.ts";
import { writeDueMail } from "./write-due-mail.ts";

const db = useDatabase();

describe("a letter", () => {
  test("goes out at once, in the language of its reader's account, and leads to the notice", async () => {
    const hall = await staffedHall(db);
    const lin = await hall.insider("admin", { locale: "zh-CN" });
    await roleChanges(hall, lin);
    await hall.mails();
    const [letter] = await hall.mailOf(lin);
    expect(letter).toMatchObject({ subject: "你在“远山户外”的角色现在是：管理员", locale: "zh-CN" });
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

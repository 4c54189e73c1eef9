import { newId } from "@guildhall/core";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { bellOf } from "../centre/bell-of.ts";
import { listNotices } from "../centre/list-notices.ts";
import { readAllNotices } from "../centre/read-notices.ts";
import { notify } from "../delivering/notify.ts";
import { exportFinished } from "../hall/house.ts";
import { joinRequested } from "../hall/members.ts";
import { saveNoticeSettings } from "../preferences/save-notice-settings.ts";
import { register, staffedHall } from "../test/staffed-hall.ts";
import { eraseNotices } from "./erase-notices.ts";
import { sweepNotices } from "./sweep-notices.ts";

const db = useDatabase();

test("whoever loses a role loses the notices that came with it, and keeps those that did not", async () => {
  const hall = await staffedHall(db);
  const admin = await hall.insider("admin");
  await hall.happens("people.staff-joined", { personId: await hall.person(), role: "staff" });
  await hall.happens("tenancy.closing-started", { tenantId: hall.tenant.id });
  await db.owner.query("update membership set role = 'viewer' where person_id = $1", [admin.personId]);
  await hall.happens("people.role-changed", { personId: admin.personId, from: "admin", to: "viewer" });
  expect((await hall.noticesOf(admin)).map(({ kind }) => kind)).toEqual([
    "tenancy.closing-started",
    "people.role-changed",
  ]);
});

test("whoever has left for good has no notices any more", async () => {
  const hall = await staffedHall(db);
  const admin = await hall.insider("admin");
  await hall.happens("tenancy.closing-started", { tenantId: hall.tenant.id });
  await db.owner.query("delete from membership where person_id = $1", [admin.personId]);
  await db.owner.query("delete from login where person_id = $1", [admin.personId]);
  await hall.happens("people.staff-removed", { personId: admin.personId });
  expect(await hall.noticesOf(admin)).toEqual([]);
});

test("a request that one of them declined is settled for all who were told of it", async () => {
  const hall = await staffedHall(db);
  const [one, other] = [await hall.insider("manager"), await hall.insider("admin")];
  const [declined, open] = [newId<"join_request">(), newId<"join_request">()];
  for (const joinRequestId of [declined, open]) await hall.happens("people.join-requested", { joinRequestId });
  await hall.happens("people.join-declined", { joinRequestId: declined });
  for (const who of [one, other]) {
    expect(await hall.as(who, bellOf)).toMatchObject({ unread: 1 });
    const unread = (await hall.noticesOf(who)).filter(({ read_at: readAt }) => readAt === null);
    expect(unread).toMatchObject([{ kind: joinRequested.kind, about_id: open }]);
  }
});

test("whoever is let in waits no more, and the request says whose it was", async () => {
  const hall = await staffedHall(db);
  const manager = await hall.insider("manager");
  const newcomer = await hall.insider(null, { name: "李秀英" });
  const joinRequestId = newId<"join_request">();
  await db.owner.query(
    `insert into join_request (tenant_id, id, user_id, kind, reason, full_name, email, locale, state, created_at)
     values ($1, $2, $3, 'join', 'approval', '李秀英', $4, 'en', 'waiting', now())`,
    [hall.tenant.id, joinRequestId, newcomer.actor.userId, newcomer.email],
  );
  await hall.happens("people.join-requested", { joinRequestId });
  const { rows } = await hall.as(manager, (ctx) => listNotices(ctx, register, { page: { size: 5, cursor: null } }));
  expect(rows).toMatchObject([{ title: "李秀英 would like to join 远山户外", unread: true }]);
  await db.owner.query("update join_request set state = 'approved', decided_at = now() where id = $1", [joinRequestId]);
  await hall.happens("people.member-joined", { personId: newcomer.personId });
  const after = await hall.as(manager, (ctx) => listNotices(ctx, register, { page: { size: 5, cursor: null } }));
  expect(after.rows.map(({ unread }) => unread).toSorted()).toEqual([false, true]);
});

test("the end of something that somebody asked for is told to them, though they began it", async () => {
  const hall = await staffedHall(db);
  const admin = await hall.insider("admin");
  await hall.as(admin, (ctx) =>
    notify(ctx, exportFinished, {
      fact: { id: newId(), actorPersonId: admin.personId },
      to: [admin.personId],
      payload: { tenantId: hall.tenant.id, personId: admin.personId },
    }),
  );
  expect(await hall.noticesOf(admin)).toHaveLength(1);
});

test("what was read goes after 180 days by the hall's own clock; what was not stays", async () => {
  const [hall, other] = [await staffedHall(db), await staffedHall(db)];
  const [admin, elsewhere] = [await hall.insider("admin"), await other.insider("admin")];
  const ends = (at: typeof hall) => at.happens("tenancy.trial-ended", { tenantId: at.tenant.id });
  await ends(hall);
  await ends(other);
  await hall.as(admin, (ctx) => readAllNotices(ctx, { until: ctx.clock.now() }));
  await other.as(elsewhere, (ctx) => readAllNotices(ctx, { until: ctx.clock.now() }));
  await hall.at("2026-03-03T09:00:00Z");
  await ends(hall);
  await hall.at("2026-08-29T09:00:00Z"); // 180 days after the first
  expect(await sweepNotices(db.database)).toBe(0);
  await hall.at("2026-08-29T09:00:01Z");
  expect(await sweepNotices(db.database)).toBe(1);
  await hall.at("2027-02-28T09:00:00Z");
  expect(await sweepNotices(db.database)).toBe(0);
  expect(await hall.noticesOf(admin)).toMatchObject([{ read_at: null }]);
  await hall.at("2027-08-29T09:00:01Z"); // and nobody has read it in a year
  expect(await sweepNotices(db.database)).toBe(1);
  expect(await hall.noticesOf(admin)).toEqual([]);
  expect(await other.noticesOf(elsewhere)).toHaveLength(1);
});

test("erasing somebody leaves nothing of their notices and choices, and nobody reads their name", async () => {
  const hall = await staffedHall(db);
  const [admin, erased] = [await hall.insider("admin"), await hall.insider("admin", { name: "王芳" })];
  await hall.happens("people.staff-joined", { personId: erased.personId, role: "admin" });
  await hall.happens("tenancy.trial-ended", { tenantId: hall.tenant.id });
  await hall.as(erased, (ctx) =>
    saveNoticeSettings(ctx, register, {
      digest: "none",
      digestHour: 8,
      digestWeekday: 1,
      locale: "en",
      topics: Object.fromEntries(register.topics.map(({ name, defaults }) => [name, defaults])),
    }),
  );
  await hall.inside(async (ctx) => {
    await eraseNotices(ctx, erased.personId);
    await ctx.db.updateTable("person").set({ erased_at: ctx.clock.now() }).where("id", "=", erased.personId).execute();
  });
  for (const table of ["notification", "notice_preference", "notice_settings", "notice_due"])
    expect((await db.owner.query(`select from ${table} where person_id = $1`, [erased.personId])).rowCount).toBe(0);
  const { rows } = await hall.as(admin, (ctx) => listNotices(ctx, register, { page: { size: 5, cursor: null } }));
  expect(rows.map(({ title }) => title)).toContain("Somebody joined the team");
});

import { newId } from "@guildhall/core";
import { scansOf, useDatabase } from "@guildhall/testing";
import { describe, expect, test } from "vitest";
import { type Insider, register, type StaffedHall, staffedHall } from "../test/staffed-hall.ts";
import { bellOf } from "./bell-of.ts";
import { listNotices } from "./list-notices.ts";
import { openNotice, readAllNotices, readNotice, seeNotices } from "./read-notices.ts";

const db = useDatabase();
const firstPage = { size: 20, cursor: null };
const list = (hall: StaffedHall, who: Insider, wanted: Omit<Parameters<typeof listNotices>[2], "page"> = {}) =>
  hall.as(who, (ctx) => listNotices(ctx, register, { page: firstPage, ...wanted }));
const trialEnds = (hall: StaffedHall, days: number) =>
  hall.happens("tenancy.trial-end-neared", { tenantId: hall.tenant.id, days });
const joins = async (hall: StaffedHall) =>
  hall.happens("people.staff-joined", { personId: await hall.person("王芳"), role: "staff" });

test("the bell counts what is unread, and says whether any of it is new", async () => {
  const hall = await staffedHall(db);
  const admin = await hall.insider("admin");
  expect(await hall.as(admin, bellOf)).toEqual({ unread: 0, fresh: false, paused: false });
  await trialEnds(hall, 3);
  await joins(hall);
  expect(await hall.as(admin, bellOf)).toEqual({ unread: 2, fresh: true, paused: false });
  await hall.as(admin, seeNotices);
  expect(await hall.as(admin, bellOf)).toEqual({ unread: 2, fresh: false, paused: false });
  await joins(hall); // stands behind the one before, and is new
  expect(await hall.as(admin, bellOf)).toEqual({ unread: 2, fresh: true, paused: false });
  await hall.as(admin, (ctx) => readAllNotices(ctx, { until: ctx.clock.now() }));
  expect(await hall.as(admin, bellOf)).toEqual({ unread: 0, fresh: false, paused: false });
});

test("only what its reader had on the page is marked as read", async () => {
  const hall = await staffedHall(db);
  const admin = await hall.insider("admin");
  await trialEnds(hall, 3);
  const until = "2026-03-02T09:00:00Z";
  await hall.at("2026-03-02T09:00:01Z");
  await trialEnds(hall, 2);
  await hall.as(admin, (ctx) => readAllNotices(ctx, { until }));
  expect((await list(hall, admin, { unreadOnly: true })).rows).toMatchObject([
    { title: "The trial of 远山户外 ends in 2 days" },
  ]);
  expect((await list(hall, admin)).rows.map(({ unread }) => unread)).toEqual([true, false]);
});

test("lists show what is unread, or of one topic, and page by keyset", async () => {
  const hall = await staffedHall(db);
  const admin = await hall.insider("admin");
  for (const days of [5, 4, 3, 2, 1]) {
    await hall.at(`2026-03-02T1${5 - days}:00:00Z`);
    await trialEnds(hall, days);
  }
  await joins(hall);
  const first = await hall.as(admin, (ctx) =>
    listNotices(ctx, register, { page: { size: 4, cursor: null }, topic: "hall" }),
  );
  const second = await hall.as(admin, (ctx) =>
    listNotices(ctx, register, { page: { size: 4, cursor: first.next }, topic: "hall" }),
  );
  expect([...first.rows, ...second.rows].map(({ title }) => title)).toEqual(
    ["1 day", "2 days", "3 days", "4 days", "5 days"].map((left) => `The trial of 远山户外 ends in ${left}`),
  );
  expect(second.next).toBeNull();
  expect((await list(hall, admin, { topic: "team" })).rows).toHaveLength(1);
  expect((await list(hall, admin, { topic: "no such topic" })).rows).toEqual([]);
});

test("opening one reads it, and leads to what it tells of", async () => {
  const hall = await staffedHall(db);
  const admin = await hall.insider("admin");
  const personId = await hall.person("王芳");
  await hall.happens("people.staff-joined", { personId, role: "staff" });
  const [line] = (await list(hall, admin)).rows;
  const open = () => hall.as(admin, (ctx) => openNotice(ctx, register, { noticeId: line?.id }));
  expect(await open()).toEqual({ workspace: `people/${personId}` });
  expect(await open()).toEqual({ workspace: `people/${personId}` });
  expect((await list(hall, admin)).rows).toMatchObject([{ unread: false }]);
});

describe("somebody else's notice", () => {
  test.each(["openNotice", "readNotice"] as const)("is not there for %s, in this hall or the next", async (act) => {
    const [hall, next] = [await staffedHall(db), await staffedHall(db)];
    const [admin, other, stranger] = [
      await hall.insider("admin"),
      await hall.insider("admin"),
      await next.insider("owner"),
    ];
    await trialEnds(hall, 3);
    const [line] = (await list(hall, admin)).rows;
    const acts = {
      openNotice: (who: Insider, at: StaffedHall) =>
        at.as(who, (ctx) => openNotice(ctx, register, { noticeId: line?.id })),
      readNotice: (who: Insider, at: StaffedHall) => at.as(who, (ctx) => readNotice(ctx, { noticeId: line?.id })),
    };
    await expect(acts[act](other, hall)).rejects.toThrow("core.not-found");
    await expect(acts[act](stranger, next)).rejects.toThrow("core.not-found");
    expect(await hall.as(admin, bellOf)).toMatchObject({ unread: 1 });
  });

  test("is not marked by marking all", async () => {
    const hall = await staffedHall(db);
    const [admin, other] = [await hall.insider("admin"), await hall.insider("admin")];
    await trialEnds(hall, 3);
    await hall.as(other, (ctx) => readAllNotices(ctx, { until: ctx.clock.now() }));
    expect(await hall.as(admin, bellOf)).toMatchObject({ unread: 1 });
  });
});

test("what its reader may no longer see keeps its place, says nothing and leads nowhere", async () => {
  const hall = await staffedHall(db);
  const admin = await hall.insider("admin");
  await joins(hall);
  const { can: _, ...standing } = admin.actor;
  const demoted = { ...admin, actor: { ...standing, role: null, can: () => false } };
  const [line] = (await list(hall, demoted)).rows;
  expect(line).toMatchObject({ title: "Something you can no longer see", text: null, who: null, topic: null });
  expect(await hall.as(demoted, (ctx) => openNotice(ctx, register, { noticeId: line?.id }))).toEqual({});
});

test("a notice of a kind that nobody knows, or that an older version wrote, breaks no list", async () => {
  const hall = await staffedHall(db);
  const admin = await hall.insider("admin");
  for (const kind of ["events.unheard-of", "people.staff-joined"])
    await db.owner.query(
      "insert into notification (tenant_id, person_id, kind, fact_id, payload, about_type, about_id, in_app, created_at, latest_at) values ($1, $2, $3, $4, '{}', 'x', $4, true, now(), now())",
      [hall.tenant.id, admin.personId, kind, newId()],
    );
  expect((await list(hall, admin)).rows.map(({ title }) => title)).toEqual(
    Array.from({ length: 2 }, () => "Something you can no longer see"),
  );
});

describe("with ten thousand notices", () => {
  async function crowded() {
    const hall = await staffedHall(db);
    const [admin, other] = [await hall.insider("admin"), await hall.insider("admin")];
    for (const { personId } of [admin, other])
      await db.owner.query(
        `insert into notification (tenant_id, person_id, kind, fact_id, payload, about_type, about_id, in_app, created_at, latest_at, read_at)
         select $1, $2, 'tenancy.trial-ended', uuidv7(), json_build_object('tenantId', $1::uuid), 'tenant', $1, true, at, at, case when n % 10 > 0 then at end
         from generate_series(1, 10000) n, lateral (select timestamptz '2026-01-01Z' + n * interval '1 minute' as at)`,
        [hall.tenant.id, personId],
      );
    await db.owner.query("vacuum analyze notification, notice_settings");
    return { hall, admin };
  }

  test("the bell reads a hundred entries of one index, and a page its own rows of another", async () => {
    const { hall, admin } = await crowded();
    expect(await hall.as(admin, bellOf)).toMatchObject({ unread: 100 });
    const ofNotices = async (ask: Parameters<typeof scansOf>[2]) =>
      (await scansOf(db, hall.scope(admin.actor), ask)).filter(({ table }) => table === "notification");
    expect(await ofNotices(bellOf)).toEqual([
      {
        table: "notification",
        by: "Index Only Scan",
        index: "notification_unread",
        from: expect.stringMatching(/tenant_id = .*person_id = /),
        sorted: false,
      },
    ]);
    for (const [unreadOnly, index] of [
      [true, "notification_unread"],
      [false, "notification_newest"],
    ] as const)
      expect(await ofNotices((ctx) => listNotices(ctx, register, { page: firstPage, unreadOnly }))).toMatchObject([
        { by: "Index Scan", index, from: expect.stringMatching(/tenant_id = .*person_id = /), sorted: false },
      ]);
  });

  test("without its index the bell would read them all", async () => {
    const { hall, admin } = await crowded();
    await db.owner.query("drop index notification_unread, notification_newest");
    const scans = await scansOf(db, hall.scope(admin.actor), bellOf);
    expect(scans.filter(({ table }) => table === "notification")).toMatchObject([{ sorted: true }]);
  });
});

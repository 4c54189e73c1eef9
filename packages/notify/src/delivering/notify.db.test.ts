import { newId } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { useDatabase } from "@guildhall/testing";
import { describe, expect, test } from "vitest";
import { bellOf } from "../centre/bell-of.ts";
import { listNotices } from "../centre/list-notices.ts";
import { readNotice } from "../centre/read-notices.ts";
import { joinRequested, memberJoined } from "../hall/members.ts";
import { messageBounced } from "../hall/returned-mail.ts";
import { staffJoined } from "../hall/team.ts";
import { type Insider, register, type StaffedHall, staffedHall } from "../test/staffed-hall.ts";
import { notify } from "./notify.ts";

const db = useDatabase();
const firstPage = { size: 20, cursor: null };
const titles = async (hall: StaffedHall, who: Insider) =>
  (await hall.as(who, (ctx) => listNotices(ctx, register, { page: firstPage }))).rows.map(({ title }) => title);
const factOf = (actorPersonId: Insider["personId"] | null = null) => ({ id: newId<"fact">(), actorPersonId });

test("those whom it concerns hear of it, in their own language, and nobody else", async () => {
  const hall = await staffedHall(db);
  const [owner, admin, manager, member] = [
    await hall.insider("owner"),
    await hall.insider("admin"),
    await hall.insider("manager"),
    await hall.insider(null),
  ];
  const newcomer = await hall.insider("staff", { name: "周浩宇" });
  await hall.happens("people.staff-joined", { personId: newcomer.personId, role: "staff" });
  expect(await titles(hall, owner)).toEqual(["周浩宇 joined the team"]);
  const inChinese = await hall.as(admin, (ctx) =>
    listNotices({ ...ctx, locale: "zh-CN" }, register, { page: firstPage }),
  );
  expect(inChinese.rows).toMatchObject([
    { title: "周浩宇加入了团队", unread: true, who: { id: newcomer.personId, name: "周浩宇" }, topic: "team" },
  ]);
  for (const other of [manager, member, newcomer]) expect(await titles(hall, other)).toEqual([]);
});

test("nobody hears of what they did themselves", async () => {
  const hall = await staffedHall(db);
  const [one, other] = [await hall.insider("manager"), await hall.insider("manager")];
  const customer = await hall.person("李秀英");
  await hall.inside((ctx) =>
    notify(ctx, memberJoined, {
      fact: factOf(one.personId),
      to: [one.personId, other.personId],
      payload: { personId: customer },
    }),
  );
  expect(await hall.noticesOf(one)).toEqual([]);
  expect(await hall.noticesOf(other)).toHaveLength(1);
});

test("who may not see what it tells of is not told, nor is somebody without a way in, or gone", async () => {
  const hall = await staffedHall(db);
  const [manager, viewer, member, erased] = [
    await hall.insider("manager"),
    await hall.insider("viewer"),
    await hall.insider(null),
    await hall.insider("manager"),
  ];
  const outsider = await hall.person("外人");
  await db.owner.query("update person set erased_at = now() where id = $1", [erased.personId]);
  const to = [manager, viewer, member, erased].map(({ personId }) => personId);
  const told = await hall.inside((ctx) =>
    notify(ctx, joinRequested, { fact: factOf(), to: [...to, outsider], payload: { joinRequestId: newId() } }),
  );
  expect(told).toEqual([manager.personId]);
});

describe("a fact is told once", () => {
  /** The same fact handled ten times at once, and once more afterwards. */
  async function tenTimes(tell: (ctx: Ctx, fact: ReturnType<typeof factOf>, who: Insider) => Promise<unknown>) {
    const hall = await staffedHall(db);
    const manager = await hall.insider("manager");
    const fact = factOf();
    const once = () => hall.inside((ctx) => tell(ctx, fact, manager));
    await Promise.all(Array.from({ length: 10 }, once));
    await once();
    return hall.noticesOf(manager);
  }

  test("however often and by however many at once it is handled", async () => {
    const payload = { joinRequestId: newId<"join_request">() };
    const notices = await tenTimes((ctx, fact, who) =>
      notify(ctx, joinRequested, { fact, to: [who.personId], payload }),
    );
    expect(notices).toHaveLength(1);
  });

  test("also where notices stand together: it does not stand behind itself", async () => {
    const payload = { personId: newId<"person">() };
    const notices = await tenTimes((ctx, fact, who) =>
      notify(ctx, memberJoined, { fact, to: [who.personId], payload }),
    );
    expect(notices).toMatchObject([{ behind: 0, under_id: null }]);
  });

  test("which only its key sees to: whoever looked first and wrote then would tell it ten times", async () => {
    const notices = await tenTimes(async (ctx, fact, who) => {
      const there = await ctx.db
        .selectFrom("notification")
        .select("id")
        .where("person_id", "=", who.personId)
        .where("kind", "=", "twin")
        .execute();
      if (there.length > 0) return;
      await ctx.db
        .insertInto("notification")
        .values({
          tenant_id: ctx.tenant.id,
          person_id: who.personId,
          kind: "twin",
          fact_id: newId(), // without the key of the fact
          payload: "{}",
          about_type: "twin",
          about_id: fact.id,
          in_app: true,
          created_at: ctx.clock.now(),
          latest_at: ctx.clock.now(),
        })
        .execute();
    });
    expect(notices.length).toBeGreaterThan(1);
  });
});

describe("notices that stand together", () => {
  test("are one line while nobody has read it, the newest in front", async () => {
    const hall = await staffedHall(db);
    const owner = await hall.insider("owner");
    for (const [minute, name] of ["李秀英", "王芳", "Ruth"].entries()) {
      await hall.at(`2026-03-02T10:0${minute}:00Z`);
      await hall.happens("people.staff-joined", { personId: await hall.person(name), role: "staff" });
    }
    expect(await titles(hall, owner)).toEqual(["Ruth and 2 others joined the team"]);
    expect(await hall.as(owner, bellOf)).toMatchObject({ unread: 1, fresh: true });

    const { rows } = await hall.as(owner, (ctx) => listNotices(ctx, register, { page: firstPage }));
    await hall.as(owner, (ctx) => readNotice(ctx, { noticeId: rows[0]?.id }));
    expect(await hall.as(owner, bellOf)).toMatchObject({ unread: 0 });
    await hall.at("2026-03-02T11:00:00Z");
    await hall.happens("people.staff-joined", { personId: await hall.person("Zoë"), role: "staff" });
    expect(await titles(hall, owner)).toEqual(["Zoë joined the team", "Ruth and 2 others joined the team"]);
  });

  test("also when they come at once: twenty facts, one line, none lost", async () => {
    const hall = await staffedHall(db);
    const owner = await hall.insider("owner");
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const personId = await hall.person();
        await hall.inside((ctx) =>
          notify(ctx, staffJoined, { fact: factOf(), to: [owner.personId], payload: { personId } }),
        );
      }),
    );
    const notices = await hall.noticesOf(owner);
    expect(notices).toHaveLength(20);
    expect(notices.filter((notice) => notice.under_id === null)).toMatchObject([{ behind: 19 }]);
    expect(await titles(hall, owner)).toEqual([expect.stringContaining("and 19 others")]);
  });

  test("and without the key that lets one be in front there would be several", async () => {
    const hall = await staffedHall(db);
    const owner = await hall.insider("owner");
    const indexed =
      "create unique index notification_open on notification (tenant_id, person_id, collapse_key) where is_head and read_at is null and in_app and collapse_key is not null";
    await db.owner.query("drop index notification_open");
    try {
      await Promise.all(
        Array.from({ length: 8 }, () =>
          hall.inside(async (ctx) => {
            await notify(ctx, staffJoined, { fact: factOf(), to: [owner.personId], payload: { personId: newId() } });
          }),
        ),
      );
      const fronts = (await hall.noticesOf(owner)).filter((notice) => notice.under_id === null);
      expect(fronts.length).toBeGreaterThan(1);
    } finally {
      await db.owner.query("delete from notification where person_id = $1", [owner.personId]);
      await db.owner.query(indexed);
    }
  });
});

test("returned mail is told to those who look after members, with whom it was for", async () => {
  const hall = await staffedHall(db);
  const manager = await hall.insider("manager");
  const customer = await hall.person("李秀英");
  const messageId = newId<"message">();
  await db.owner.query(
    "insert into message (id, tenant_id, channel, purpose, template, locale, recipient, person_id, input, created_at) values ($1, $2, 'email', 'transactional', 'notice', 'en', 'a@example.com', $3, '{}', now())",
    [messageId, hall.tenant.id, customer],
  );
  await hall.happens("mail.message-bounced", { messageId });
  expect(await titles(hall, manager)).toEqual(["A mail to 李秀英 came back"]);
  expect((await hall.noticesOf(manager))[0]).toMatchObject({ kind: messageBounced.kind, mail_as: "digest" });
});

test("members come in beyond what the plan has room for, and those who set up the hall hear of it in one line", async () => {
  const hall = await staffedHall(db);
  const [owner, manager] = [await hall.insider("owner"), await hall.insider("manager")];
  const joins = async () => {
    const { personId } = await hall.insider(null);
    await hall.happens("people.member-joined", { personId });
  };
  await joins();
  expect(await titles(hall, owner)).not.toContain("远山户外 has more people than its plan");
  await db.owner.query(
    `insert into person (tenant_id, full_name, created_at, updated_at)
     select $1, 'Somebody ' || n, now(), now() from generate_series(1, 500) n`,
    [hall.tenant.id],
  );
  await joins();
  await joins();
  const over = (all: readonly string[]) => all.filter((title) => title === "远山户外 has more people than its plan");
  expect(over(await titles(hall, owner))).toHaveLength(1);
  expect(over(await titles(hall, manager))).toEqual([]);
});

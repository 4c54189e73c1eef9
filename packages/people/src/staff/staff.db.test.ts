import { rejects } from "node:assert/strict";
import { openSessions } from "@guildhall/auth";
import type { Ctx } from "@guildhall/db";
import type { Role } from "@guildhall/tenancy/schemas";
import { roles } from "@guildhall/tenancy/schemas";
import { useDatabase } from "@guildhall/testing";
import { describe, expect, test } from "vitest";
import { closeOwnAccount } from "../accounts/close-own-account.ts";
import { findAccess } from "../logins/find-access.ts";
import { type Member, type StaffedHall, staffedHall, whileHeld } from "../test/given-staff.ts";
import { withoutLocks } from "../test/without-locks.ts";
import { changeRole } from "./change-role.ts";
import { listLastSeen } from "./last-seen.ts";
import { leaveHall } from "./leave-hall.ts";
import { type OpenAccounts, openAccountsOf } from "./open-accounts.ts";
import { removeStaff } from "./remove-staff.ts";
import { getStaffMember, listHeirs, listStaff } from "./staff.queries.ts";
import { transferOwnership } from "./transfer-ownership.ts";

const db = useDatabase();
const page = { size: 50, cursor: null };
const poll = (waiting: () => Promise<number | null>, expected: number) =>
  expect.poll(waiting, { timeout: 8_000, interval: 20 }).toBe(expected);

const accounts = () => openAccountsOf(db.database);
const countOwners = async (hall: StaffedHall) =>
  (await db.owner.query("select from membership where tenant_id = $1 and role = 'owner'", [hall.tenant.id])).rowCount;
const change = (hall: StaffedHall, by: Member, who: Member, role: Role) =>
  hall.inside((ctx) => changeRole(ctx, { personId: who.personId, role }, accounts()), by.actor);
const remove = (hall: StaffedHall, by: Member, who: Member, afterwards = "member") =>
  hall.inside((ctx) => removeStaff(ctx, { personId: who.personId, afterwards }, accounts()), by.actor);
const leave = (hall: StaffedHall, who: Member) => hall.inside((ctx) => leaveHall(ctx, {}, accounts()), who.actor);
const handOver = (hall: StaffedHall, by: Member, to: Member, input: object = {}) =>
  hall.inside(
    (ctx) => transferOwnership(ctx, { personId: to.personId, hallName: hall.tenant.name, ...input }),
    by.actor,
  );
const access = async (hall: StaffedHall, { userId }: Member) =>
  (await db.database.withPlatform("sign-in", (platform) => findAccess(platform, hall.tenant.slug, userId)))?.actor;
const factsOf = async (hall: StaffedHall) =>
  (
    await db.owner.query(
      "select name from fact where tenant_id = $1 and name !~ 'created|invited' order by occurred_at, id",
      [hall.tenant.id],
    )
  ).rows.map(({ name }) => name);

test("the staff list shows who is there, with role and address", async () => {
  const hall = await staffedHall(db);
  const [owner, viewer] = [await hall.somebody("owner", "林乔"), await hall.somebody("viewer", "Anna Null")];
  await hall.somebody(null, "A member");
  const { rows } = await hall.inside((ctx) => listStaff(ctx, page), viewer.actor);
  expect(rows).toMatchObject([
    { personId: owner.personId, userId: owner.userId, fullName: "林乔", email: owner.email, role: "owner" },
    { personId: viewer.personId, fullName: "Anna Null", role: "viewer" },
  ]);
  const member = await hall.somebody(null);
  await rejects(
    hall.inside((ctx) => getStaffMember(ctx, member.personId), owner.actor),
    { kind: "not-found" },
  );
});

test("when somebody was last seen is told by the day, and of nobody else", async () => {
  const hall = await staffedHall(db);
  const [seen, unseen] = [await hall.somebody("staff"), await hall.somebody("staff")];
  await db.owner.query(
    "insert into session (id, user_id, created_at, expires_at, last_seen_at) values ($1, $2, '2026-02-01', '2026-04-01', '2026-03-01 14:37:12Z')",
    ["a".repeat(64), seen.userId],
  );
  expect(await listLastSeen(db.database, [seen.userId, unseen.userId])).toEqual(
    new Map([[seen.userId, new Date("2026-03-01T00:00:00Z")]]),
  );
  await expect(
    db.database.withPlatform("list-staff", (platform) => platform.deleteFrom("session").execute()),
  ).resolves.toMatchObject([{ numDeletedRows: 0n }]);
});

describe("who may change whose role", () => {
  /** The least that somebody must be to touch each role. */
  const touches: Record<Role, readonly Role[]> = {
    owner: ["owner", "admin", "manager", "staff", "viewer"],
    admin: ["admin", "manager", "staff", "viewer"],
    manager: [],
    staff: [],
    viewer: [],
  };
  test.each(roles.flatMap((by) => roles.map((whose) => [by, whose] as const)))("%s a %s", async (by, whose) => {
    const hall = await staffedHall(db);
    await hall.somebody("owner"); // so that nobody is the last
    const [actor, staff] = [await hall.somebody(by), await hall.somebody(whose)];
    const to = whose === "viewer" ? "staff" : "viewer";
    const outcome = touches[by].includes(whose) ? "fulfilled" : "rejected";
    expect(await Promise.allSettled([change(hall, actor, staff, to)])).toMatchObject([{ status: outcome }]);
    expect((await access(hall, staff))?.role).toBe(outcome === "fulfilled" ? to : whose);
    expect(await Promise.allSettled([remove(hall, actor, staff)])).toMatchObject([{ status: outcome }]);
  });

  test("nobody is made an owner by a change of role, nor changes their own", async () => {
    const hall = await staffedHall(db);
    const [owner, admin] = [await hall.somebody("owner"), await hall.somebody("admin")];
    await expect(change(hall, owner, admin, "owner")).rejects.toThrow();
    await rejects(change(hall, admin, admin, "viewer"), { code: "people.own-role" });
    await rejects(remove(hall, admin, admin), { code: "people.own-removal" });
  });

  test("the staff of another hall are not there", async () => {
    const [hall, other] = [await staffedHall(db), await staffedHall(db)];
    const [owner, stranger] = [await hall.somebody("owner"), await other.somebody("viewer")];
    await rejects(change(hall, owner, stranger, "staff"), { kind: "not-found" });
    await rejects(remove(hall, owner, stranger), { kind: "not-found" });
    await rejects(handOver(hall, owner, stranger), { kind: "not-found" });
  });

  test("whoever was an admin when they asked, and is none any more, is refused", async () => {
    const hall = await staffedHall(db);
    const [owner, admin, viewer] = [
      await hall.somebody("owner"),
      await hall.somebody("admin"),
      await hall.somebody("viewer"),
    ];
    await change(hall, owner, admin, "staff");
    await rejects(change(hall, admin, viewer, "admin"), { kind: "forbidden" });
  });
});

describe("off the staff", () => {
  test("access ends with the next request; as a member they may stay", async () => {
    const hall = await staffedHall(db);
    const [owner, stays, goes] = [
      await hall.somebody("owner"),
      await hall.somebody("staff"),
      await hall.somebody("staff"),
    ];
    await remove(hall, owner, stays, "member");
    await remove(hall, owner, goes, "nobody");
    expect(await access(hall, stays)).toMatchObject({ kind: "person", role: null });
    expect((await access(hall, stays))?.can("workspace.enter")).toBe(false);
    expect(await access(hall, goes)).toMatchObject({ kind: "visitor" });
    expect(await factsOf(hall)).toEqual(["people.staff-removed", "people.staff-removed"]);
  });

  test("anybody may leave, but the last owner may not, nor be removed or made less", async () => {
    const hall = await staffedHall(db);
    const [owner, viewer] = [await hall.somebody("owner"), await hall.somebody("viewer")];
    await leave(hall, viewer);
    expect(await access(hall, viewer)).toMatchObject({ role: null });
    await rejects(leave(hall, owner), { code: "people.last-owner" });
  });

  test("an owner who has closed their account is none that remains", async () => {
    const hall = await staffedHall(db);
    const [owner, gone] = [await hall.somebody("owner"), await hall.somebody("owner")];
    await db.owner.query("update user_account set closed_at = now() where id = $1", [gone.userId]);
    await rejects(leave(hall, owner), { code: "people.last-owner" });
    expect(await countOwners(hall)).toBe(2);
    await db.owner.query("update user_account set closed_at = null where id = $1", [gone.userId]);
    await leave(hall, owner);
  });
});

describe("handing over", () => {
  test("the hall goes to somebody of its staff, and the one who gave it is an admin", async () => {
    const hall = await staffedHall(db);
    const [owner, heir] = [await hall.somebody("owner"), await hall.somebody("staff")];
    expect((await hall.inside((ctx) => listHeirs(ctx), owner.actor)).map(({ personId }) => personId)).toEqual([
      heir.personId,
    ]);
    await handOver(hall, owner, heir, { hallName: `  ${hall.tenant.name} ` });
    expect((await access(hall, heir))?.role).toBe("owner");
    expect((await access(hall, owner))?.role).toBe("admin");
    expect(await factsOf(hall)).toEqual(["people.role-changed", "people.role-changed", "tenancy.owner-changed"]);
    await rejects(handOver(hall, owner, heir), { kind: "forbidden" });
  });

  test("two may own it, and then one may go", async () => {
    const hall = await staffedHall(db);
    const [owner, heir] = [await hall.somebody("owner"), await hall.somebody("admin")];
    await handOver(hall, owner, heir, { afterwards: "owner" });
    expect(await countOwners(hall)).toBe(2);
    await rejects(handOver(hall, owner, heir), { code: "people.owner-already" });
    await leave(hall, owner);
    expect(await countOwners(hall)).toBe(1);
  });

  test("not by mistake, and not by anybody else", async () => {
    const hall = await staffedHall(db);
    const [owner, admin, heir] = [
      await hall.somebody("owner"),
      await hall.somebody("admin"),
      await hall.somebody("staff"),
    ];
    await rejects(handOver(hall, owner, heir, { hallName: "远山" }), {
      code: "people.hall-name-wrong",
      fields: { hallName: "people.hall-name-wrong" },
    });
    await rejects(handOver(hall, admin, heir), { kind: "forbidden" });
  });
});

/** Two owners at once, each doing what leaves one less; how many succeed. */
async function twoAtOnce(
  act: (hall: StaffedHall, one: Member, two: Member, as: (ctx: Ctx) => Ctx) => readonly Promise<void>[],
  as: (ctx: Ctx) => Ctx,
): Promise<{ done: number; owners: number | null }> {
  const hall = await staffedHall(db);
  const [one, two] = [await hall.somebody("owner"), await hall.somebody("owner")];
  const results = await whileHeld(
    db,
    { rows: `person where tenant_id = '${hall.tenant.id}'`, waiters: 2 },
    () => act(hall, one, two, as),
    poll,
  );
  for (const result of results)
    if (result.status === "rejected")
      expect(result.reason.code).toMatch(/people\.last-owner|core\.(forbidden|not-found)/);
  return {
    done: results.filter(({ status }) => status === "fulfilled").length,
    owners: await countOwners(hall),
  };
}

describe("a hall keeps an owner, whatever two of them do at the same time", () => {
  test("both leave: one stays; without the lock nobody would", async () => {
    const bothLeave = (hall: StaffedHall, one: Member, two: Member, as: (ctx: Ctx) => Ctx) =>
      [one, two].map((each) => hall.inside((ctx) => leaveHall(as(ctx), {}, accounts()), each.actor));
    expect(await twoAtOnce(bothLeave, (ctx) => ctx)).toEqual({ done: 1, owners: 1 });
    expect(await twoAtOnce(bothLeave, withoutLocks)).toEqual({ done: 2, owners: 0 });
  });

  test("each makes the other less: one remains; without the lock none would", async () => {
    const demote = (hall: StaffedHall, one: Member, two: Member, as: (ctx: Ctx) => Ctx) =>
      [[one, two] as const, [two, one] as const].map(([by, who]) =>
        hall.inside((ctx) => changeRole(as(ctx), { personId: who.personId, role: "viewer" }, accounts()), by.actor),
      );
    expect(await twoAtOnce(demote, (ctx) => ctx)).toEqual({ done: 1, owners: 1 });
    expect(await twoAtOnce(demote, withoutLocks)).toEqual({ done: 2, owners: 0 });
  });

  test("one leaves while the other closes their account: one stays; without the lock nobody would", async () => {
    const leaveAndClose = async (as: (ctx: Ctx) => Ctx) => {
      const hall = await staffedHall(db);
      const [one, two] = [await hall.somebody("owner"), await hall.somebody("owner")];
      const token = await openSessions(db.database, { secure: true }).open(two.userId, { userAgent: null, ip: null }, [
        "passkey",
      ]);
      const who = await openSessions(db.database, { secure: true }).check(token);
      if (!who) throw new Error("Nobody is signed in.");
      const closed = barrier();
      const looked = barrier();
      const accountsSeen: OpenAccounts = async (userIds) => {
        const seen = await accounts()(userIds);
        looked.open();
        await Promise.race([closed.passed, waitsForALock()]);
        return seen;
      };
      const leaving = hall.inside((ctx) => leaveHall(as(ctx), {}, accountsSeen), one.actor);
      await looked.passed;
      const closing = closeOwnAccount(db.database, who, { confirmation: two.email }, new Date()).finally(closed.open);
      const outcomes = await Promise.allSettled([leaving, closing]);
      return outcomes.filter(({ status }) => status === "fulfilled").length;
    };
    expect(await leaveAndClose((ctx) => ctx)).toBe(1);
    expect(await leaveAndClose(withoutLocks)).toBe(2);
  });
});

function barrier() {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

/** Resolves once somebody waits for a lock. */
const waitsForALock = () =>
  expect
    .poll(
      async () =>
        (
          await db.owner.query(
            "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
          )
        ).rowCount,
      { timeout: 8_000, interval: 20 },
    )
    .toBe(1);

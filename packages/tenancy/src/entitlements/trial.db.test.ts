import { clockAt, type Id, systemActor } from "@guildhall/core";
import { findTenantById, systemScope } from "@guildhall/db";
import { drainRelay } from "@guildhall/jobs";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { tenancyHandlers } from "../tasks.ts";
import { createTenant } from "../tenants/create-tenant.ts";
import { setTestClock } from "../tenants/set-test-clock.ts";
import { entitled, grantEntitlement, limitOf } from "./entitlements.ts";
import { freeFloor, trialAllowance } from "./plans.ts";
import { trialDaysLeft } from "./trial.ts";

const db = useDatabase();
const hour = 3_600_000;
const day = 24 * hour;

async function scopeOf(id: Id<"tenant">) {
  const tenant = await db.database.withPlatform("relay", (platform) => findTenantById(platform, id));
  if (!tenant) throw new Error("The hall is there.");
  return systemScope(tenant);
}

/** Puts the hall's clock to a moment and lets happen what is due by then. */
async function live(id: Id<"tenant">, at: Date): Promise<void> {
  await db.database.withTenant(await scopeOf(id), (ctx) => setTestClock(ctx, { at }));
  await drainRelay({
    database: db.database,
    handlers: tenancyHandlers,
    onError: (error) => {
      throw error;
    },
  });
}

const happened = async (id: Id<"tenant">) =>
  (
    await db.owner.query(
      "select name, payload->'days' as days from fact where tenant_id = $1 and name like 'tenancy.trial%' order by id",
      [id],
    )
  ).rows.map(({ name, days }) => (days === null ? name : `${name} ${days}`));

test("a hall lives through its trial: reminded twice, then down to what every hall has, and nothing lost", async () => {
  const id = await createTenant(db.database, { slug: "on-trial", name: "On trial", trial: true });
  const {
    rows: [{ ends }],
  } = await db.owner.query("select trial_ends_at as ends from tenant where id = $1", [id]);
  const before = (ms: number) => new Date(ends.getTime() - ms);
  const allowed = async () => {
    const scope = await scopeOf(id);
    return db.database.withTenant(scope, async (ctx) => ({
      seats: await limitOf(ctx, "staff.seats"),
      people: await limitOf(ctx, "people.rows"),
      branding: await entitled(ctx, "branding"),
    }));
  };
  const everything = { seats: trialAllowance["staff.seats"], people: null, branding: true };
  expect(await allowed()).toEqual(everything);

  await live(id, before(3 * day + hour));
  expect(await happened(id)).toEqual([]);
  await live(id, before(2 * day));
  expect(await happened(id)).toEqual(["tenancy.trial-end-neared 3"]);
  await live(id, before(hour));
  expect(await happened(id)).toEqual(["tenancy.trial-end-neared 3", "tenancy.trial-end-neared 1"]);
  expect(await allowed()).toEqual(everything);

  await live(id, ends);
  expect(await happened(id)).toHaveLength(3);
  expect(await allowed()).toEqual({
    seats: freeFloor["staff.seats"],
    people: freeFloor["people.rows"],
    branding: false,
  });
  expect((await db.owner.query("select from entitlement where tenant_id = $1", [id])).rowCount).toBe(0);
});

test("the trial runs out by the hall's clock, even while nobody hands its end on", async () => {
  const id = await createTenant(db.database, { slug: "unattended", name: "Unattended", trial: true });
  const scope = { ...(await scopeOf(id)), clock: clockAt(new Date(Date.now() + 15 * day)) };
  expect(await db.database.withTenant(scope, (ctx) => limitOf(ctx, "staff.seats"))).toBe(freeFloor["staff.seats"]);
});

test("what a plan or a gift grants outlives the trial, and the most generous counts", async () => {
  const id = await createTenant(db.database, { slug: "given-more", name: "Given more", trial: true });
  const scope = { ...(await scopeOf(id)), actor: systemActor, clock: clockAt(new Date(Date.now() + 15 * day)) };
  const seats = await db.database.withTenant(scope, async (ctx) => {
    await grantEntitlement(ctx, { key: "staff.seats", amount: 1, source: "gift", until: null });
    const least = await limitOf(ctx, "staff.seats");
    await grantEntitlement(ctx, { key: "staff.seats", amount: 40, source: "plan", until: null });
    return [least, await limitOf(ctx, "staff.seats")];
  });
  expect(seats).toEqual([freeFloor["staff.seats"], 40]);
});

const ends = new Date("2026-03-15T12:00:00Z");
test.each([
  ["2026-03-11T12:00:00Z", null],
  ["2026-03-12T12:00:00Z", 3],
  ["2026-03-14T11:00:00Z", 2],
  ["2026-03-15T11:59:59Z", 1],
  ["2026-03-15T12:00:00Z", 0],
  ["2026-03-28T12:00:00Z", 0],
  ["2026-04-15T12:00:00Z", null],
])("at %s its banner says %s", (now, days) => {
  expect(trialDaysLeft(ends, new Date(now))).toBe(days);
  expect(trialDaysLeft(null, new Date(now))).toBeNull();
});

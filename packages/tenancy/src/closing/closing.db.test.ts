import { rejects } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { env, execPath } from "node:process";
import { text } from "node:stream/consumers";
import { type Actor, clockAt, type Id, newId } from "@guildhall/core";
import { drainRelay } from "@guildhall/jobs";
import { actorWith, type GivenTenant, testNow } from "@guildhall/testing";
import { beforeEach, expect, test } from "vitest";
import { tenancyHandlers } from "../tasks.ts";
import { setTestClock } from "../tenants/set-test-clock.ts";
import { givenWorld, type World } from "../transfer/test/given-world.ts";
import { useTransfer } from "../transfer/test/use-transfer.ts";
import { graceMs } from "./closing.ts";
import { removeTenant } from "./remove-tenant.ts";
import { cancelClosing, startClosing } from "./start-closing.ts";

const { here, folderHere } = useTransfer();
let world: World;
let neighbour: World;
let owner: Actor;

beforeEach(async () => {
  const marker = newId().slice(-8);
  world = await givenWorld(here(), `Mine${marker}`);
  neighbour = await givenWorld(here(), `Other${marker}`);
  owner = actorWith(await world.hall.person(), "tenant.own", "tenant.export");
  await here().db.owner.query("delete from outbox; delete from delivery");
});

const later = (ms: number) => new Date(testNow.getTime() + ms);
const start = (slug = world.hall.tenant.slug, actor = owner) =>
  world.hall.inside((ctx) => startClosing(ctx, { slug }), actor);
const keep = (at: Date, actor = owner) => world.hall.inside(cancelClosing, actor, clockAt(at));

/** Puts the hall's clock there and lets happen what is due. */
async function live({ inside }: GivenTenant, at: Date): Promise<void> {
  await inside((ctx) => setTestClock(ctx, { at }), owner);
  await drainRelay({ database: here().db.database, handlers: tenancyHandlers, onError: () => undefined });
}

/** Gives the hall up and lives on until its moment has come. */
async function close(): Promise<void> {
  await start();
  await live(world.hall, later(graceMs));
}

/** How many rows each tenant table holds of a hall. */
async function rowsOf(tenantId: Id<"tenant">): Promise<Record<string, number>> {
  const { rows: tables } = await here().db.owner.query(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where a.attname = 'tenant_id' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const found = await here().db.owner.query(`select from ${name} where tenant_id = $1`, [tenantId]);
    counts[name] = found.rowCount ?? 0;
  }
  const hall = await here().db.owner.query("select from tenant where id = $1", [tenantId]);
  return { ...counts, tenant: hall.rowCount ?? 0 };
}

async function bytesOf(tenantId: Id<"tenant">): Promise<number> {
  const keys: string[] = [];
  for await (const { key } of here().store.list(tenantId)) keys.push(key);
  return keys.length;
}

const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);
const mailsTo = async (email: string) =>
  (await here().db.owner.query("select from message where recipient = $1 and template = 'notice'", [email])).rowCount;
const emailOf = ({ marker }: World) => `${marker.toLowerCase()}@hall.example`;

test("a hall is given up by its owners alone, who type its address", async () => {
  await rejects(start(neighbour.hall.tenant.slug), { code: "tenancy.slug-mismatch" });
  const admin = actorWith(newId<"person">(), "tenant.export", "settings.edit");
  await rejects(start(world.hall.tenant.slug, admin), { code: "core.forbidden" });
  await start(` ${world.hall.tenant.slug.toUpperCase()} `);
  await rejects(start(), { code: "tenancy.closing-already" });
  const { rows } = await here().db.owner.query("select closes_at from tenant where id = $1", [world.hall.tenant.id]);
  expect(rows).toEqual([{ closes_at: later(graceMs) }]);
});

test("an owner can keep it until the moment comes, and then nothing happens", async () => {
  await start();
  await rejects(keep(later(1_000), actorWith(newId<"person">(), "tenant.export")), { code: "core.forbidden" });
  await keep(later(graceMs - 1));
  await rejects(keep(later(graceMs)), { code: "tenancy.not-closing" });
  await live(world.hall, later(graceMs + 1));
  await removeTenant({ database: here().db.database, store: here().store }, world.hall.tenant.id);
  expect((await rowsOf(world.hall.tenant.id)).tenant).toBe(1);
});

test("once the moment has come it is too late", async () => {
  await start();
  await rejects(keep(later(graceMs)), { code: "tenancy.closing-over" });
});

test("when the moment comes all of it is gone, its neighbour is untouched, the address is free, and its owners hear", async () => {
  const { id, slug } = world.hall.tenant;
  const before = await rowsOf(neighbour.hall.tenant.id);
  await close();
  await removeTenant({ database: here().db.database, store: here().store }, id);

  expect(total(await rowsOf(id))).toBe(0);
  expect(await bytesOf(id)).toBe(0);
  expect(await rowsOf(neighbour.hall.tenant.id)).toEqual(before);
  expect(await bytesOf(neighbour.hall.tenant.id)).toBe(2);
  expect((await here().db.owner.query("select from tenant where slug = $1", [slug])).rowCount).toBe(0);
  expect(await mailsTo(emailOf(world))).toBe(1);
  expect(await mailsTo(emailOf(neighbour))).toBe(0);
});

test("the world of this test has a row in every table that the catalog knows", async () => {
  const counts = await rowsOf(world.hall.tenant.id);
  const empty = Object.entries(counts).filter(([, count]) => count === 0);
  expect(empty.map(([name]) => name)).toEqual(["delivery", "outbox"]); // taken out above, so that nothing else is due
});

test("a hall that stands cannot be removed, whoever asks", async () => {
  const { id } = world.hall.tenant;
  await removeTenant({ database: here().db.database, store: here().store }, id);
  expect((await rowsOf(id)).tenant).toBe(1);
  expect(await bytesOf(id)).toBe(2);
  for (const table of ["tenant", "fact", "audit_entry", "message", "change_set"] as const)
    await rejects(
      world.hall.inside((ctx) => ctx.db.deleteFrom(table).execute()),
      /permission denied/,
    );
});

test("nor can one that is closing be called closed before its moment", async () => {
  await start();
  const early = world.hall.inside((ctx) =>
    ctx.db
      .updateTable("tenant")
      .set({ closed_at: later(graceMs - 1) })
      .execute(),
  );
  await rejects(early, /tenant_closed/);
});

test("from inside a closed hall its neighbour is out of reach", async () => {
  await close();
  const before = await rowsOf(neighbour.hall.tenant.id);
  await world.hall.inside(async (ctx) => {
    for (const table of ["audit_entry", "message", "scheduled_fact"] as const)
      await ctx.db.deleteFrom(table).where("tenant_id", "=", neighbour.hall.tenant.id).execute();
    await ctx.db.deleteFrom("tenant").where("id", "=", neighbour.hall.tenant.id).execute();
  });
  expect(await rowsOf(neighbour.hall.tenant.id)).toEqual(before);
});

test("killed wherever it is, the removal is taken up again and ends, and its owners hear of it once", {
  timeout: 120_000,
}, async () => {
  const { id } = world.hall.tenant;
  const before = await rowsOf(neighbour.hall.tenant.id);
  await close();
  let deaths = 0;
  for (const at of early) if ((await dieRemoving(id, at)) === "SIGKILL") deaths++;
  for (let at = 4; (await dieRemoving(id, at)) === "SIGKILL"; at += stride) deaths++;
  expect(deaths).toBeGreaterThan(5);

  expect(total(await rowsOf(id))).toBe(0);
  expect(await bytesOf(id)).toBe(0);
  expect(await rowsOf(neighbour.hall.tenant.id)).toEqual(before);
  expect(await mailsTo(emailOf(world))).toBe(1);
});

// biome-ignore lint/style/noProcessEnv: set for the long run, by which no product code is steered
const everything = env.GUILDHALL_ALL === "1";
/** After how many statements it is killed: some at the beginning of its work, then on and on until it gets through. */
const early = everything ? [2, 4, 9, 14, 17, 3, 6] : [2, 9, 17];
const stride = everything ? 5 : 11;

async function dieRemoving(tenantId: Id<"tenant">, at: number): Promise<string | null> {
  const plan = JSON.stringify({ urls: here().db.urls, folder: folderHere(), tenantId, at });
  const child = spawn(execPath, [join(import.meta.dirname, "test/die-removing.ts"), plan], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const complaint = text(child.stderr);
  await once(child, "exit");
  if (child.signalCode === null && child.exitCode !== 0) throw new Error(await complaint);
  return child.signalCode;
}

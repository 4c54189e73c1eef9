import { rejects } from "node:assert/strict";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type Actor, clockAt, type Id, newId } from "@guildhall/core";
import { type FileStore, sweepOrphans } from "@guildhall/files";
import { actorWith, testNow } from "@guildhall/testing";
import { pino } from "pino";
import { beforeEach, expect, test } from "vitest";
import { openArchive } from "../transfer/test/archives.ts";
import { givenWorld, type World } from "../transfer/test/given-world.ts";
import { useTransfer } from "../transfer/test/use-transfer.ts";
import { dropExportTask } from "./drop-export.ts";
import { keptMs, mostADay } from "./export.ts";
import { listExports, openExport } from "./exports.queries.ts";
import { packExportTask } from "./pack-export.ts";
import { requestExport } from "./request-export.ts";

const { here } = useTransfer();
let world: World;
let admin: Actor;

beforeEach(async () => {
  world = await givenWorld(here(), `Mine${newId().slice(-8)}`);
  admin = actorWith(await world.hall.person("顾明远"), "tenant.export");
  const at = later(0).now(); // where the hall's own clock stands, for its jobs
  await here().db.owner.query("update tenant set test_clock_at = $1 where id = $2", [at, world.hall.tenant.id]);
});

const later = (ms: number) => clockAt(new Date(testNow.getTime() + 1_000 + ms));
const request = (as = admin, clock = later(0)) => world.hall.inside(requestExport, as, clock);
const list = (clock = later(0)) => world.hall.inside((ctx) => listExports(ctx), admin, clock);
const open = (id: Id<"tenant_export">, { as = admin, clock = later(0), hall = world.hall } = {}) =>
  hall.inside((ctx) => openExport(ctx, here().store, id), as, clock);

const run = (attempt = { number: 1, max: 4 }) => ({
  database: here().db.database,
  logger: pino({ level: "silent" }),
  attempt,
});
const pack = (exportId: Id<"tenant_export">, store: FileStore = here().store, attempt = { number: 1, max: 4 }) =>
  packExportTask(store).run({ tenantId: world.hall.tenant.id, exportId }, run(attempt));
const drop = (exportId: Id<"tenant_export">) =>
  dropExportTask(here().store).run({ tenantId: world.hall.tenant.id, exportId }, run());
const stateOf = async (id: Id<"tenant_export">) => (await list()).find((each) => each.id === id)?.state;

test("everything is packed, told, and taken along by whoever may", async () => {
  const id = await request();
  expect(await list()).toMatchObject([{ id, state: "waiting", requestedBy: "顾明远" }, { state: "swept" }]);
  await rejects(open(id), { code: "core.not-found" });
  await pack(id);

  const file = await open(id);
  expect(file).toMatchObject({ disposition: "attachment", mediaType: "application/gzip" });
  const bytes = await buffer(await file.read());
  expect(bytes.length).toBe(file.size);
  const { entries } = await openArchive(bytes);
  expect(entries.get("tenant.json")?.toString()).toContain(world.marker);
  expect([...entries.keys()].filter((name) => name.startsWith("files/"))).toHaveLength(2);
  const { rows } = await here().db.owner.query(
    "select payload from fact where tenant_id = $1 and name = 'tenancy.export-finished'",
    [world.hall.tenant.id],
  );
  expect(rows).toEqual([
    { payload: { tenantId: world.hall.tenant.id, personId: "personId" in admin ? admin.personId : "" } },
  ]);
});

test("an export does not take earlier exports along", async () => {
  const first = await request();
  await pack(first);
  const second = await request();
  await pack(second);
  const { entries } = await openArchive(await buffer(await (await open(second)).read()));
  expect([...entries.keys()].filter((name) => name.startsWith("files/"))).toHaveLength(2);
});

test("one at a time, and not too many in a day", async () => {
  const presses = await Promise.allSettled(Array.from({ length: 5 }, () => request()));
  expect(presses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await rejects(request(), { code: "tenancy.export-under-way" });
  await here().db.owner.query("update tenant_export set state = 'failed' where tenant_id = $1 and state = 'waiting'", [
    world.hall.tenant.id,
  ]);
  await here().db.owner.query(
    `insert into tenant_export (tenant_id, requested_by_person_id, state, requested_at, seen_at)
     select tenant_id, requested_by_person_id, 'swept', requested_at, seen_at from tenant_export, generate_series(1, $2) where tenant_id = $1 and state = 'failed'`,
    [world.hall.tenant.id, mostADay],
  );
  await rejects(request(), { code: "tenancy.exports-too-many" });
  await request(admin, later(86_400_001));
});

test("nobody else gets it: not without the permission, not from the hall next door", async () => {
  await rejects(request(actorWith(newId<"person">(), "settings.edit")), { code: "core.forbidden" });
  const id = await request();
  await pack(id);
  await rejects(open(id, { as: actorWith(newId<"person">(), "settings.edit") }), { code: "core.forbidden" });
  const neighbour = await givenWorld(here(), `Other${newId().slice(-8)}`);
  await rejects(open(id, { hall: neighbour.hall }), { code: "core.not-found" });
});

test("after a week it is swept, and until then the daily sweep leaves it alone", async () => {
  const id = await request();
  await pack(id);
  await sweepOrphans(here().db.database, here().store, new Date(Date.now() + 3 * 86_400_000));
  expect((await open(id)).size).toBeGreaterThan(0);
  await buffer(await (await open(id)).read());

  await rejects(open(id, { clock: later(keptMs) }), { code: "core.not-found" });
  expect((await list(later(keptMs)))[0]?.state).toBe("swept");
  await drop(id);
  await drop(id);
  expect(await stateOf(id)).toBe("swept");
  const left: string[] = [];
  for await (const { key } of here().store.list(world.hall.tenant.id)) left.push(key);
  expect(left).toHaveLength(2);
});

test("packed twice after a crash, it is there once; and what cannot be packed is called failed at last", async () => {
  const id = await request();
  const broken: FileStore = {
    ...here().store,
    put: async (content) => {
      for await (const _ of Readable.from(content)) throw new Error("the disk is full");
    },
  };
  await rejects(pack(id, broken), /disk is full/);
  expect(await stateOf(id)).toBe("packing");
  await pack(id);
  expect(await stateOf(id)).toBe("ready");
  await pack(id);

  const other = await request();
  await rejects(pack(other, broken, { number: 4, max: 4 }), /disk is full/);
  expect(await stateOf(other)).toBe("failed");
});

test("one that has fallen silent makes way for the next", async () => {
  const id = await request();
  await here().db.owner.query("update tenant_export set seen_at = seen_at - interval '31 minutes' where id = $1", [id]);
  const next = await request();
  expect(await stateOf(id)).toBe("failed");
  await pack(id); // wakes up after all, and finds itself given up
  expect(await stateOf(id)).toBe("failed");
  await pack(next);
});

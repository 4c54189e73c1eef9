import type { Id } from "@guildhall/core";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { carryOut } from "./jobs/run-job.ts";
import type { TakeTurn } from "./take-turn.ts";
import { givenImports, type ImportingHall, useImportFiles } from "./test/given-imports.ts";

const db = useDatabase();
const files = useImportFiles();

const guests = Array.from({ length: 60 }, (_, n) => `Guest ${n},guest${n}@hall.example,+86138001${String(38_000 + n)}`);
const size = { rows: 12, characters: 1_000_000 };

/** The same people in two orders, at once. */
async function importBoth(hall: ImportingHall, turn?: TakeTurn, atOnce = size): Promise<void> {
  const runs: Id<"import_run">[] = [];
  for (const lines of [guests, guests.toReversed()]) {
    const runId = await hall.bring({ name: "guests.csv", text: `Name,E-mail,Phone\n${lines.join("\n")}\n` });
    await hall.begin(runId);
    runs.push(runId);
  }
  await Promise.all(
    runs.map((runId) => carryOut({ ...hall.workshop, size: atOnce, ...(turn && { turn }) }, hall.scope(), { runId })),
  );
  for (const runId of runs) expect((await hall.look(runId)).state).toBe("done");
}

const countPeople = async (hall: ImportingHall) =>
  (await db.owner.query("select from person where tenant_id = $1 and email is not null", [hall.tenant.id])).rowCount;

test("two imports of the same people at once make each of them once", async () => {
  const hall = await givenImports(db, files);
  await importBoth(hall);
  expect(await countPeople(hall)).toBe(guests.length);
});

test("without a turn to wait for, the unique key alone keeps them apart", async () => {
  const hall = await givenImports(db, files);
  await importBoth(hall, async () => undefined);
  expect(await countPeople(hall)).toBe(guests.length);
});

test("it is the turn and the key that do it: without them, people are doubled", async () => {
  const hall = await givenImports(db, files);
  await db.owner.query("alter table person_identity drop constraint person_identity_tenant_id_kind_provider_value_key");
  // Nobody may write until both have looked whom the hall knows, of all that they bring.
  const holding = await db.owner.connect();
  await holding.query("begin; lock table person in share mode");
  const importing = importBoth(hall, async () => undefined, { ...size, rows: guests.length });
  try {
    await expect.poll(() => writersThatWait(), { timeout: 20_000, interval: 20 }).toBe(2);
  } finally {
    await holding.query("commit");
    holding.release();
  }
  await importing;
  expect(await countPeople(hall)).toBeGreaterThan(guests.length);
});

async function writersThatWait(): Promise<number | null> {
  // Of this database: in its clones the table goes by the same number.
  const waiting = `select from pg_locks where relation = 'person'::regclass and not granted
    and database = (select oid from pg_database where datname = current_database())`;
  return (await db.owner.query(waiting)).rowCount;
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { env, execPath } from "node:process";
import { text } from "node:stream/consumers";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { carryOut } from "../jobs/run-job.ts";
import { givenImports, useImportFiles } from "../test/given-imports.ts";
import type { Death } from "./death.ts";

const db = useDatabase();
const files = useImportFiles();

// biome-ignore lint/style/noProcessEnv: set for the long run, by which no product code is steered
const all = env.GUILDHALL_ALL === "1";

/** Each step, then a few deaths at any moment: some hundred in the long run. */
const deaths: Pick<Death, "step" | "at">[] = [
  { step: "taken-up", at: 1 },
  { step: "batch-read", at: 2 },
  { step: "batch-written", at: 3 },
  ...Array.from({ length: all ? 300 : 2 }, () => ({ step: null, at: Math.floor(Math.random() * 120) })),
  { step: "rows-done", at: 1 },
];

const guests = 120;
const list = `Name,E-mail,Company,Tags\n${Array.from(
  { length: guests + 20 },
  (_, n) => `Guest ${n % guests},guest${n % guests}@hall.example,Company ${n % 7},"tag ${n % 5}"`,
).join("\n")}\n`;

test("killed at any moment, an import goes on behind the last row that is written, and no row is doubled", {
  timeout: all ? 3_600_000 : 60_000,
}, async () => {
  const hall = await givenImports(db, files);
  const runId = await hall.bring({ name: "guests.csv", text: list });
  await hall.begin(runId);
  const count = async (table: string, more = "") =>
    (await db.owner.query(`select from ${table} where tenant_id = $1 ${more}`, [hall.tenant.id])).rowCount;

  let position = 0;
  for (const death of deaths) {
    const plan = { urls: db.urls, directory: files.directory, tenantId: hall.tenant.id, runId, rows: 10, ...death };
    await dead(plan);
    const run = await hall.look(runId);
    expect(run.position).toBeGreaterThanOrEqual(position);
    expect(await count("person", "and email is not null")).toBe(run.figures.created);
    position = run.position;
    if (run.state === "done") break;
  }
  await carryOut(hall.workshop, hall.scope(), { runId });

  const run = await hall.look(runId);
  expect([run.state, run.figures.created, run.figures.unchanged]).toEqual(["done", guests, 20]);
  expect(await count("person", "and email is not null")).toBe(guests);
  expect(await count("person_identity")).toBe(guests);
  expect(await count("affiliation")).toBe(guests);
  expect(await count("company")).toBe(7);
  expect(await count("tag")).toBe(5);
  expect(await count("fact", "and name = 'people.people-imported'")).toBe(1);

  expect((await hall.undo(runId)).undone?.left).toBe(0);
  for (const table of ["person_identity", "affiliation", "company", "tag"]) expect(await count(table)).toBe(0);
});

/** Runs a worker until its planned death; one that is done before that has ended by itself. */
async function dead(plan: Death): Promise<void> {
  const child = spawn(execPath, [join(import.meta.dirname, "importing-worker.ts"), JSON.stringify(plan)], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const complaint = text(child.stderr);
  await once(child, "exit");
  if (child.signalCode === null && child.exitCode !== 0)
    throw new Error(`The worker ended by itself with ${child.exitCode}:\n${await complaint}`);
}

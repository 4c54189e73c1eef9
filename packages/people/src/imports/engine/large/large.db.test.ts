import { execFile } from "node:child_process";
import { join } from "node:path";
import { env, execPath } from "node:process";
import { promisify } from "node:util";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { givenImports, useImportFiles } from "../test/given-imports.ts";
import { type Errand, largeHead } from "./large-file.ts";

const db = useDatabase();
const files = useImportFiles();

// biome-ignore lint/style/noProcessEnv: set for the long run, by which no product code is steered
const all = env.GUILDHALL_ALL === "1";
const timeout = all ? 3_600_000 : 30_000;
const size = (full: number, part: number) => (all ? full : part);

test.each([
  ["people, again and again", size(200, 0.3), { created: 501, refused: 0 }],
  ["one line without end", size(1_024, 16), { created: 2, refused: 1 }],
  ["a quote that is never closed", size(200, 0.3), { created: 501, refused: 1 }],
  ["empty rows", size(3, 0.3), { created: 2, refused: 0 }],
] as const)(
  "%s: imported by a process that grows by less than 300 MB",
  { timeout },
  async (file, megabytes, expected) => {
    const hall = await givenImports(db, files);
    const runId = await hall.bring({ name: "large.csv", text: largeHead });
    await hall.begin(runId);
    const errand: Errand = { urls: db.urls, tenantId: hall.tenant.id, runId, file, megabytes };
    const script = join(import.meta.dirname, "importing-large.ts");
    const { stdout } = await promisify(execFile)(execPath, [script, JSON.stringify(errand)]);
    const run = await hall.look(runId);
    expect([run.state, run.errorCode]).toEqual(["done", null]);
    expect(run.figures).toMatchObject(expected);
    expect(Number(stdout)).toBeGreaterThan(0);
    expect(Number(stdout)).toBeLessThan(300);
  },
);

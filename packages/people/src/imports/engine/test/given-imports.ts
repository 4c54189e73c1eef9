import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Actor, type Id, newId } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { diskStore, type FileStore, receiveFile } from "@guildhall/files";
import { grantEntitlement, personActor } from "@guildhall/tenancy";
import { type GivenTenant, given, type TestDatabase } from "@guildhall/testing";
import { afterAll } from "vitest";
import type { Mapping } from "../../mapping/target.ts";
import { preview } from "../jobs/preview-job.ts";
import { carryOut, type Workshop } from "../jobs/run-job.ts";
import { takeBackRun } from "../jobs/undo-job.ts";
import type { ImportMode } from "../plan/rules.ts";
import type { ImportRun } from "../runs/import-run.ts";
import { setMatching } from "../runs/map-columns.ts";
import { readRun } from "../runs/run.queries.ts";
import { startImport } from "../runs/start-import.ts";
import { previewImport, runImport, undoImport } from "../runs/steer-run.ts";

const fixtures = new URL("../../../../fixtures/imports/", import.meta.url);

/** A store for the files of one test file, gone afterwards. */
export function useImportFiles(): FileStore & { readonly directory: string } {
  const directory = mkdtempSync(join(tmpdir(), "gh-imports-"));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return { ...diskStore(directory), directory };
}

export interface ImportingHall extends GivenTenant {
  /** Who imports. */
  readonly manager: Actor;
  readonly workshop: Workshop;
  /** Takes a file in: one of the fixtures by its name, or rows as text. */
  bring(file: { name: string; text?: string; content?: Buffer }, options?: BringOptions): Promise<Id<"import_run">>;
  foresee(runId: Id<"import_run">): Promise<ImportRun>;
  /** Begins; the work itself is the caller's. */
  begin(runId: Id<"import_run">): Promise<void>;
  /** Begins, and works through it. */
  run(runId: Id<"import_run">, workshop?: Partial<Workshop>): Promise<ImportRun>;
  undo(runId: Id<"import_run">): Promise<ImportRun>;
  look(runId: Id<"import_run">): Promise<ImportRun>;
  as<Result>(work: (ctx: Ctx) => Promise<Result>): Promise<Result>;
}

interface BringOptions {
  readonly mode?: ImportMode;
  readonly map?: (mapping: Mapping) => Mapping;
}

/** A hall with somebody who may import, and room for as many people as come unless said. */
export async function givenImports(
  db: TestDatabase,
  files: FileStore,
  { room = null }: { room?: number | null } = {},
): Promise<ImportingHall> {
  const hall = await given(db).tenant();
  const personId = await hall.person("顾明远");
  const manager = personActor({ userId: newId(), personId, role: "manager" });
  await hall.inside((ctx) => grantEntitlement(ctx, { key: "people.rows", amount: room, source: "gift", until: null }));
  const workshop: Workshop = { database: db.database, files };
  const as = <Result>(work: (ctx: Ctx) => Promise<Result>) => hall.inside(work, manager);
  const look = (runId: Id<"import_run">) => hall.inside((ctx) => readRun(ctx, runId));
  const begin = (runId: Id<"import_run">) => as((ctx) => runImport(ctx, { runId }));
  return {
    ...hall,
    manager,
    workshop,
    as,
    look,
    begin,
    bring: async ({ name, text, content: bytes }, { mode, map } = {}) => {
      const content = bytes ?? (text === undefined ? await readFile(new URL(name, fixtures)) : Buffer.from(text));
      const received = await receiveFile(files, hall.tenant.id, { content, name, limitBytes: 50_000_000 });
      const runId = await startImport({ database: db.database, files }, hall.scope(manager), received);
      if (mode) await as((ctx) => setMatching(ctx, { runId, mode }));
      if (map) await remap(as, runId, map);
      return runId;
    },
    foresee: async (runId) => {
      await as((ctx) => previewImport(ctx, { runId }));
      await preview(workshop, hall.scope(), { runId });
      return look(runId);
    },
    run: async (runId, turned = {}) => {
      await begin(runId);
      await carryOut({ ...workshop, ...turned }, hall.scope(), { runId });
      return look(runId);
    },
    undo: async (runId) => {
      await as((ctx) => undoImport(ctx, { runId }));
      await takeBackRun(workshop, hall.scope(manager), { runId });
      return look(runId);
    },
  };
}

async function remap(
  as: ImportingHall["as"],
  runId: Id<"import_run">,
  map: (mapping: Mapping) => Mapping,
): Promise<void> {
  await as(async (ctx) => {
    const { mapping } = await readRun(ctx, runId);
    if (!mapping) throw new Error("A draft has a mapping.");
    await ctx.db
      .updateTable("import_run")
      .set({ mapping: JSON.stringify(map(mapping)) })
      .where("id", "=", runId)
      .execute();
  });
}

import { type Id, notFound } from "@guildhall/core";
import type { Ctx, DB } from "@guildhall/db";
import type { Selectable } from "kysely";
import { z } from "zod";
import { peoplePolicy } from "../../../people/person.policy.ts";
import { mappingSchema } from "../../mapping/target.ts";
import { readingHintsSchema } from "../../reading/table.ts";
import { type Figures, figuresSchema } from "./figures.ts";
import { type ImportRun, keptProposalSchema, layoutSchema, previewSchema, undoneSchema } from "./import-run.ts";
import type { RunState } from "./run-state.ts";

/** One import; not found for another hall's. `lock` holds it until the transaction ends. */
export async function findRun(ctx: Ctx, id: Id<"import_run">, { lock = false } = {}): Promise<ImportRun> {
  peoplePolicy.require(ctx.actor, "import", null);
  return readRun(ctx, id, { lock });
}

/** The same for the work itself, whoever it is done for. */
export async function readRun(ctx: Ctx, id: Id<"import_run">, { lock = false } = {}): Promise<ImportRun> {
  let query = ctx.db.selectFrom("import_run").selectAll().where("id", "=", id);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) throw notFound();
  return asRun(row);
}

/** An import as a list shows it. */
export interface RunSummary {
  readonly id: Id<"import_run">;
  readonly state: RunState;
  readonly fileName: string;
  readonly source: string;
  readonly figures: Figures;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** The newest imports. */
export async function listRuns(ctx: Ctx, most = 20): Promise<RunSummary[]> {
  peoplePolicy.require(ctx.actor, "import", null);
  const rows = await ctx.db
    .selectFrom("import_run as r")
    .innerJoin("person as p", (join) =>
      join.onRef("p.tenant_id", "=", "r.tenant_id").onRef("p.id", "=", "r.created_by_person_id"),
    )
    .select(["r.id", "r.state", "r.file_name", "r.source", "r.figures", "p.full_name", "r.created_at"])
    .orderBy("r.created_at", "desc")
    .orderBy("r.id", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    fileName: row.file_name,
    source: row.source,
    figures: figuresSchema.parse(row.figures),
    createdBy: row.full_name,
    createdAt: row.created_at,
  }));
}

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

function asRun(row: Selectable<DB["import_run"]>): ImportRun {
  return {
    id: row.id,
    state: row.state,
    fileName: row.file_name,
    fileSize: row.file_size,
    source: row.source,
    hints: readingHintsSchema.parse(row.hints),
    layout: layoutSchema.nullable().parse(row.layout),
    mapping: mappingSchema.nullable().parse(row.mapping),
    proposal: keptProposalSchema.nullable().parse(row.proposal),
    mode: row.mode,
    preview: previewSchema.nullable().parse(row.preview),
    figures: figuresSchema.parse(row.figures),
    position: row.position,
    bytesDone: row.bytes_done,
    bytesTotal: row.bytes_total,
    errorCode: row.error_code,
    errorParams: paramsSchema.parse(row.error_params ?? {}),
    undone: undoneSchema.nullable().parse(row.undone),
    changeSetId: row.change_set_id,
    workerId: row.worker_id,
    createdByPersonId: row.created_by_person_id,
    createdByUserId: row.created_by_user_id,
    fileId: row.file_id,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}

import type { Database, Scope } from "@guildhall/db";
import type { GridName } from "@guildhall/people/schemas";
import type { GridRow } from "@guildhall/ui/grid";
import { z } from "zod";
import { type EditCell, editCell } from "./edit-cell.ts";
import { troubleOf } from "./load-grid.ts";
import { rowNow } from "./row-now.ts";

/** What became of a cell: of one that was refused why, and the row as it is now. */
export type CellOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: string;
      readonly params: Readonly<Record<string, unknown>>;
      readonly row: GridRow | null;
    };

interface Where {
  readonly tenant: string;
  readonly grid: GridName;
}

/** Writes one cell in a transaction of its own. */
export async function settleCell(
  database: Database,
  scope: Scope,
  { tenant, grid }: Where,
  edit: EditCell,
): Promise<CellOutcome> {
  try {
    await database.withTenant(scope, (ctx) => editCell(ctx, grid, edit));
    return { ok: true };
  } catch (error) {
    const trouble = refusalIn(error);
    if (!trouble) throw error;
    const row = await database.withTenant(scope, (ctx) => rowNow(ctx, grid, tenant, edit.id), { readOnly: true });
    return { ok: false, ...trouble, row };
  }
}

function refusalIn(error: unknown) {
  if (error instanceof z.ZodError) return { code: error.issues[0]?.message ?? "core.invalid", params: {} };
  return troubleOf(error);
}

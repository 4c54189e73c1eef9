import type { Id } from "@guildhall/core";
import { type Ctx, type GridSource, gridIds } from "@guildhall/db";
import { companySource } from "../grid/company-source.ts";
import type { GridName } from "../grid/grid-column.ts";
import { peopleSource } from "../grid/people-source.ts";
import type { BulkSelection } from "./bulk-edit-input.ts";

/** How many rows are changed in one transaction. */
const batchSize = 1_000;

export const subjectOf = { people: "person", companies: "company" } as const satisfies Record<GridName, string>;

export function sourceOf(ctx: Pick<Ctx, "db">, grid: GridName): Promise<GridSource<{ readonly id: Id<string> }>> {
  return grid === "people" ? peopleSource(ctx) : companySource(ctx);
}

/** The next rows of a selection in the order of their ids, after the one that was reached. */
export async function selectedAfter(
  ctx: Ctx,
  source: GridSource<{ readonly id: Id<string> }>,
  selection: BulkSelection,
  reached: string | null,
): Promise<Id<string>[]> {
  if ("ids" in selection) {
    const ids = [...new Set<Id<string>>(selection.ids)].sort();
    return ids.filter((id) => reached === null || id > reached).slice(0, batchSize);
  }
  return gridIds(ctx, source, selection.question, { after: reached, limit: batchSize, exclude: selection.exclude });
}

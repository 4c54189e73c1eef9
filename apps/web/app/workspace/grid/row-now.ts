import type { Ctx } from "@guildhall/db";
import { findCompanyRow, findPersonRow } from "@guildhall/people";
import type { GridName } from "@guildhall/people/schemas";
import type { GridRow } from "@guildhall/ui/grid";
import { rowOfCompany, rowOfPerson } from "./grid-rows.ts";
import { columnsOf } from "./load-grid.ts";

/** A row as the grid shows it; null for one that is gone. */
export async function rowNow(ctx: Ctx, grid: GridName, slug: string, id: string): Promise<GridRow | null> {
  const columns = await columnsOf(ctx, grid);
  if (grid === "people") {
    const person = await findPersonRow(ctx, id);
    return person && rowOfPerson(slug, columns, person);
  }
  const company = await findCompanyRow(ctx, id);
  return company && rowOfCompany(slug, columns, company);
}

import type { Id } from "@guildhall/core";
import type { Ctx, GridSource } from "@guildhall/db";
import { sql } from "kysely";
import { peoplePolicy } from "../people/person.policy.ts";
import { companySource } from "./company-source.ts";
import type { GridName } from "./grid-column.ts";
import { peopleSource } from "./people-source.ts";
import type { CompanyRow, PersonRow } from "./person-row.ts";

/** One person as the grid shows them; null for whoever is not there. */
export async function findPersonRow(ctx: Ctx, id: string): Promise<PersonRow | null> {
  peoplePolicy.require(ctx.actor, "view", null);
  return findRow(ctx, await peopleSource(ctx), id);
}

/** One company as the grid shows it; null for one that is not there. */
export async function findCompanyRow(ctx: Ctx, id: string): Promise<CompanyRow | null> {
  peoplePolicy.require(ctx.actor, "view", null);
  return findRow(ctx, await companySource(ctx), id);
}

/** What those of these that are there are called, in their order. */
export async function nameChosen(
  ctx: Ctx,
  grid: GridName,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  peoplePolicy.require(ctx.actor, "view", null);
  const source = grid === "people" ? await peopleSource(ctx) : await companySource(ctx);
  const name = sql.ref(grid === "people" ? "r.full_name" : "r.name");
  const { rows } = await sql<{ id: string; name: string }>`
    select r.id, ${name} as name from unnest(${[...ids]}::uuid[]) with ordinality w (id, place)
    join ${source.table} r on r.id = w.id where ${source.base} order by w.place`.execute(ctx.db);
  return rows;
}

async function findRow<Row extends { readonly id: Id<string> }>(
  ctx: Ctx,
  source: GridSource<Row>,
  id: string,
): Promise<Row | null> {
  const { rows } = await sql<{ id: Id<string> }>`
    select r.id from ${source.table} r where r.id = ${id}::uuid and ${source.base}`.execute(ctx.db);
  const [found] = rows;
  if (!found) return null;
  const [row] = await source.load(ctx, [found.id]);
  return row ?? null;
}

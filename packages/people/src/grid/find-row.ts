import type { Id } from "@guildhall/core";
import type { Ctx, GridSource } from "@guildhall/db";
import { sql } from "kysely";
import { peoplePolicy } from "../people/person.policy.ts";
import { companySource } from "./company-source.ts";
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

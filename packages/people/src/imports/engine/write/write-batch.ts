import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { joinManyByDomain } from "../../../companies/join-by-domain.ts";
import { holdPeople } from "../load/load-people.ts";
import type { BatchPlan } from "../plan/plan-batch.ts";
import { writeConsents } from "./write-consents.ts";
import { writeIdentities } from "./write-identities.ts";
import { changePeople, insertPeople } from "./write-people.ts";
import { retitlePositions, writePositions } from "./write-positions.ts";
import { writeCompanies, writeOptions, writeTags } from "./write-words.ts";
import { PlanOutdated, type Writing } from "./writing.ts";

/**
 * Writes a plan, with its before-images, in the batch's transaction. What triggers derive from single rows is written
 * here by itself: for new people with their row, for the others by the triggers' own functions, once for all of them.
 */
export async function writeBatch(ctx: Ctx, plan: BatchPlan, writing: Writing): Promise<void> {
  await sql`select set_config('app.derived', 'written', true)`.execute(ctx.db);
  if (!(await holdPeople(ctx, plan.changed))) throw new PlanOutdated();
  await writeTags(ctx, plan.tags, writing);
  await writeOptions(ctx, plan.fields, writing);
  await writeCompanies(ctx, plan.companies, writing);
  await insertPeople(ctx, plan, writing);
  await changePeople(ctx, plan.changed, writing);
  await writeIdentities(ctx, plan.identities, writing);
  await writePositions(ctx, plan.positions, writing);
  await retitlePositions(ctx, plan.retitled, writing);
  if (plan.joining.length > 0) await joinManyByDomain(ctx, plan.joining, writing.changeSetId);
  await writeConsents(ctx, plan.consents, writing);
  await deriveOfKnown(ctx, plan);
  await sql`select set_config('app.derived', '', true)`.execute(ctx.db);
}

async function deriveOfKnown(ctx: Ctx, { made, identities, positions, retitled, joining }: BatchPlan): Promise<void> {
  const fresh = new Set(made.map(({ id }) => id));
  const known = (rows: readonly { readonly personId: Id<"person"> }[]) => [
    ...new Set(rows.map(({ personId }) => personId).filter((id) => !fresh.has(id))),
  ];
  const reached = known(identities);
  const placed = [...new Set([...known([...positions, ...retitled]), ...joining])];
  if (reached.length > 0) await sql`select derive_contacts(${ctx.tenant.id}, ${reached}::uuid[])`.execute(ctx.db);
  if (placed.length > 0) await sql`select derive_positions(${ctx.tenant.id}, ${placed}::uuid[])`.execute(ctx.db);
}

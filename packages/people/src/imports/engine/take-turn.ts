import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";

/** Waits until no other import of this hall is writing, for the rest of the transaction. */
export type TakeTurn = (ctx: Ctx) => Promise<void>;

/**
 * Two imports of the same people would each look whom the hall knows, and each find nobody. One after the other, batch
 * by batch, the second finds those of the first. Against everybody else the unique key of identities holds.
 */
export const takeTurn: TakeTurn = async (ctx) => {
  await sql`select pg_advisory_xact_lock(hashtextextended('import ' || ${ctx.tenant.id}, 0))`.execute(ctx.db);
};

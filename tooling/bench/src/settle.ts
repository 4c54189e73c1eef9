import type pg from "pg";

/** Brings the planner's statistics and the visibility map up to what was written. */
export async function settle(owner: pg.Client): Promise<void> {
  await owner.query("vacuum analyze");
  await owner.query("checkpoint");
}

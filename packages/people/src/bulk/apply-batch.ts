import type { Ctx } from "@guildhall/db";
import { addToAudience } from "./add-to-audience.ts";
import type { BulkReasons, BulkSkipReason } from "./bulk-edit-input.ts";
import { skipReasons } from "./bulk-edit-input.ts";
import { type Batch, type BatchOutcome, changeRows } from "./change-rows.ts";
import type { CheckedChange } from "./check-change.ts";
import { removeRows } from "./remove-rows.ts";

/** Makes a change to a batch of rows, in the caller's transaction, with what they were kept in the change set. */
export function applyBatch(ctx: Ctx, batch: Batch, change: CheckedChange): Promise<BatchOutcome> {
  switch (change.kind) {
    case "columns":
      return changeRows(ctx, batch, change.columns);
    case "delete":
      return removeRows(ctx, batch);
    case "audience":
      return addToAudience(ctx, batch, change.audienceId);
  }
}

/** Reasons of two batches together; those that nobody has are left out. */
export function addReasons(one: BulkReasons, other: BulkReasons): BulkReasons {
  const sum = (reason: BulkSkipReason) => (one[reason] ?? 0) + (other[reason] ?? 0);
  return Object.fromEntries(skipReasons.map((reason) => [reason, sum(reason)]).filter(([, count]) => count !== 0));
}

export function countReasons(reasons: BulkReasons): number {
  return Object.values(reasons).reduce((sum, count) => sum + count, 0);
}

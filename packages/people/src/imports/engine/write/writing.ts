import type { Id } from "@guildhall/core";

/** What all that a batch writes belongs to. */
export interface Writing {
  readonly changeSetId: Id<"change_set">;
  readonly source: string;
}

/** Somebody else was at the same rows: what was planned holds no longer, and the batch is planned anew. */
export class PlanOutdated extends Error {
  override readonly name = "PlanOutdated";
}

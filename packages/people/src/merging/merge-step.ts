import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";

export interface MergedPair {
  readonly keptId: Id<"person">;
  readonly mergedId: Id<"person">;
  /** Images recorded here come back when the two part again. */
  readonly changeSetId: Id<"change_set">;
}

/**
 * What a domain does that allows one of something for each person (a vote, a seat): settles which of two stays. Runs in
 * the transaction that merges; whatever it writes is imaged in the change set, and what undo cannot give back by itself
 * `unmerge` does.
 */
export interface MergeStep {
  readonly name: string;
  merge(ctx: Ctx, pair: MergedPair): Promise<void>;
  unmerge(ctx: Ctx, pair: MergedPair): Promise<void>;
}

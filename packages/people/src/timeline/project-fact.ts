import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { Fact } from "@guildhall/jobs";
import type { TimelineRegister } from "./timeline-register.ts";
import { type Batch, type BatchPlace, writeBatch } from "./write-batch.ts";
import { writeFact, writeWhole } from "./write-lines.ts";

/** Whose timelines a fact changed; of a batch, where to go on. */
export type Projected =
  | { readonly subjects: readonly Id<string>[] }
  | { readonly batch: Batch; readonly rest: BatchPlace | null };

/** Writes what a fact does to timelines; of a batch its first step. Again, it changes nothing. */
export async function projectFact(ctx: Ctx, register: TimelineRegister, fact: Fact): Promise<Projected> {
  const item = register.find(fact.name);
  if (!item) return { subjects: [] };
  const projection = await item.project(ctx, fact);
  if (projection.what === "batch") {
    const batch = { fact, kind: item.kind, changeSetId: projection.changeSetId };
    return { batch, rest: await writeBatch(ctx, batch, null) };
  }
  return {
    subjects:
      projection.what === "whole"
        ? await writeWhole(ctx, item.kind, projection.aboutId, projection.lines)
        : await writeFact(ctx, fact, item.kind, projection.concerns),
  };
}

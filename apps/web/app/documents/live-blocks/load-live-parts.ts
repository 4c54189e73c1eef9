import type { Ctx } from "@guildhall/db";
import { type DocumentNode, liveQuestionsIn } from "@guildhall/docs/schemas";
import { suiteLiveBlocks } from "@guildhall/suite";
import type { LiveAnswers, OfferedLiveBlock } from "@guildhall/work/schemas";

/** What the live blocks of a document show to whoever reads it, and which they may put in. */
export interface LoadedLiveParts {
  readonly answers: LiveAnswers;
  readonly offered: readonly OfferedLiveBlock[];
  /** Where what they lead to is: of the workspace, wherever they are read. */
  readonly hall: string;
  /** Where others are asked for; null for whom there is nothing to ask. */
  readonly address: string | null;
}

export async function loadLiveParts(ctx: Ctx, json: DocumentNode): Promise<LoadedLiveParts> {
  const offered = suiteLiveBlocks.offered(ctx.actor, ctx.locale);
  const hall = `/w/${ctx.tenant.slug}`;
  return {
    answers: await suiteLiveBlocks.ask(ctx, liveQuestionsIn(json)),
    offered,
    hall,
    address: offered.length > 0 && ctx.actor.can("workspace.enter") ? `${hall}/docs/parts` : null,
  };
}

import type { LiveTexts } from "@guildhall/docs";
import { suiteLiveBlocks } from "@guildhall/suite";
import { liveText } from "@guildhall/work";
import { liveKey } from "@guildhall/work/schemas";

/** A file is made once, and may wait longer than a page; what is beyond that is said to be left out. */
const limits = { most: 500, patience: 15_000 };

/** What live blocks say in a file, to whoever takes it along. */
export const liveTexts: LiveTexts = async (ctx, blocks) => {
  const answers = await suiteLiveBlocks.ask(ctx, blocks, limits);
  return (block) => {
    const answer = answers[liveKey(block)];
    return answer && liveText(answer, ctx.locale);
  };
};

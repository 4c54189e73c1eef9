import { mentionKinds } from "@guildhall/core";
import type { FindMentions } from "@guildhall/ui/rich-text";
import { z } from "zod";

const answerSchema = z.array(
  z.object({ kind: z.enum(mentionKinds), id: z.string(), label: z.string(), hint: z.string().nullable() }),
);

/** Asks the hall whom an at sign may mean. */
export function findMentionsIn(slug: string): FindMentions {
  return async (query, signal) => {
    const answer = await fetch(`/w/${slug}/mentionable?q=${encodeURIComponent(query)}`, { signal });
    return answer.ok ? answerSchema.parse(await answer.json()) : [];
  };
}

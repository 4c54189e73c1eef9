import { type Id, linkMentions, mentionsIn, type RichText, relabelled, withMentionsOf } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { mentionableAmong, peopleAround } from "./mentionable.ts";

/** So many can be spoken to in one comment. */
const most = 20;

/**
 * A comment as it is stored: mentions by id alone, of those alone who could hear it, and also of whoever was written as
 * "@" and a whole name. Whoever was spoken to before stays spoken to.
 */
export async function storedComment(
  ctx: Ctx,
  documentId: Id<"document">,
  body: RichText,
  before: RichText | null = null,
): Promise<RichText> {
  const around = plainHasAt(body) ? await peopleAround(ctx, documentId) : [];
  const linked = linkMentions(
    body,
    around.map(({ id, name }) => ({ kind: "person" as const, id, label: name })),
  );
  const named = mentionsIn(linked).filter(({ kind }) => kind === "person");
  const known = new Set((before ? mentionsIn(before) : []).map(({ id }) => id));
  const may = await mentionableAmong(
    ctx,
    documentId,
    named.map(({ id }) => id),
  );
  const kept = new Set<string>([...may.map(({ id }): string => id), ...known]);
  const first = named.filter(({ id }) => kept.has(id)).slice(0, most);
  return relabelled(withMentionsOf(linked, new Set(first.map(({ id }) => id))));
}

const plainHasAt = (body: RichText) => JSON.stringify(body).includes("@");

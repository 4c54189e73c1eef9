import { documentField } from "@guildhall/docs/schemas";
import type { EditorState } from "@tiptap/pm/state";
import { type ProsemirrorBinding, relativePositionToAbsolutePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { z } from "zod";

const count = z.number().int().nonnegative();
const id = z.object({ client: count, clock: count }).nullish();
const place = z
  .object({ type: id, tname: z.literal(documentField).nullish(), item: id, assoc: z.number().int().nullish() })
  .refine(({ type, tname, item }) => Boolean(type ?? tname ?? item));
const cursor = z.object({ anchor: place, head: place });

/**
 * Whether what somebody's page says of their caret can be one. Whoever may read says it, with this editor or without: on
 * anything else Yjs throws, in the page of everybody who draws it.
 */
export function isCursor(said: unknown): boolean {
  return cursor.safeParse(said).success;
}

/** Where the caret is that somebody's page tells of; null where it tells of none that is in this document now. */
export function placeOf(said: unknown, state: EditorState): number | null {
  const { data } = cursor.safeParse(said);
  const sync: { doc?: Y.Doc; type?: Y.XmlFragment; binding?: ProsemirrorBinding } | undefined =
    ySyncPluginKey.getState(state);
  if (!data || !sync?.doc || !sync.type || !sync.binding) return null;
  try {
    const head = Y.createRelativePositionFromJSON(data.head);
    const at = relativePositionToAbsolutePosition(sync.doc, sync.type, head, sync.binding.mapping);
    return at === null ? null : Math.min(at, state.doc.content.size);
  } catch {
    return null; // it names what is no place, or none any more
  }
}

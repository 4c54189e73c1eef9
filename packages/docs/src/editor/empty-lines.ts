import type { Schema } from "@tiptap/pm/model";
import * as Y from "yjs";

/**
 * Gives every new line without words the text that words will stand in. Otherwise each of two who begin to write in it at
 * once makes a text of their own, and both then move the other's words into theirs: letters are doubled or lost.
 */
export function giveText(parent: Y.XmlFragment, schema: Schema, isNew: (item: Y.Item) => boolean = () => true): void {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement) || !child._item || !isNew(child._item)) continue;
    if (child.length > 0) giveText(child, schema, isNew);
    else if (schema.nodes[child.nodeName]?.inlineContent) child.insert(0, [new Y.XmlText()]);
  }
}

/** The same for all that came into being in a transaction; to be called within it. */
export function giveTextToNew(transaction: Y.Transaction, schema: Schema): void {
  const isNew = ({ id }: Y.Item) => id.clock >= (transaction.beforeState.get(id.client) ?? 0);
  for (const type of transaction.changed.keys()) if (type instanceof Y.XmlFragment) giveText(type, schema, isNew);
}

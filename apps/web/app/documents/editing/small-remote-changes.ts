import { Extension } from "@tiptap/core";
import { type EditorState, Selection, type Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

/**
 * The binding tells of every change of others as if the whole document were new: whatever keeps a place in it, from a
 * menu to the colours of code, would lose it with each letter that somebody else types. Here such a change becomes as
 * small as it is.
 */
export const smallRemoteChanges = Extension.create({
  name: "smallRemoteChanges",
  priority: 10_000,
  dispatchTransaction({ transaction, next }) {
    next(asSmallAsItIs(transaction, this.editor.state));
  },
});

export function asSmallAsItIs(transaction: Transaction, state: EditorState): Transaction {
  const sync: { isChangeOrigin?: boolean } | undefined = transaction.getMeta(ySyncPluginKey);
  if (sync?.isChangeOrigin !== true || !transaction.docChanged || transaction.before !== state.doc) return transaction;
  const small = withoutDoc(transaction, state);
  return small?.doc.eq(transaction.doc) ? dressed(small, transaction, sync) : transaction;
}

function withoutDoc({ doc }: Transaction, state: EditorState): Transaction | null {
  const start = state.doc.content.findDiffStart(doc.content);
  if (start === null) return state.tr;
  const end = state.doc.content.findDiffEnd(doc.content);
  if (!end) return null;
  // Where the same letters stand on both sides, the ends may cross the start.
  const crossed = Math.max(0, start - Math.min(end.a, end.b));
  try {
    return state.tr.step(new ReplaceStep(start, end.a + crossed, doc.slice(start, end.b + crossed)));
  } catch {
    return null; // its ends lie at different depths
  }
}

function dressed(small: Transaction, large: Transaction, sync: object): Transaction {
  small.setSelection(Selection.fromJSON(small.doc, large.selection.toJSON()));
  small.setMeta("addToHistory", false).setMeta(ySyncPluginKey, sync);
  return large.scrolledIntoView ? small.scrollIntoView() : small;
}

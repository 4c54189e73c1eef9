import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Selection, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { KeptNodes } from "./kept-nodes.ts";

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
  const small = state.tr;
  replaceWithin(small, state.doc, transaction.doc, 0);
  if (!small.doc.eq(transaction.doc)) return transaction;
  standFor(small.doc, transaction.doc, state);
  return dressed(small, transaction, sync);
}

/**
 * Replaces what is not the very node that it was. Two lines may be alike and still be two: the binding knows them apart
 * by their nodes, and would take one for the other, and delete for everybody the one that somebody just began.
 */
function replaceWithin(small: Transaction, before: Node, after: Node, start: number): void {
  if (before === after) return;
  const most = Math.min(before.childCount, after.childCount);
  let [left, right] = [0, 0];
  let [from, to] = [start, start + before.content.size];
  while (left < most && before.child(left) === after.child(left)) from += before.child(left++).nodeSize;
  const fromEnd = (node: Node) => node.child(node.childCount - right - 1);
  while (left + right < most && fromEnd(before) === fromEnd(after)) {
    to -= fromEnd(before).nodeSize;
    right++;
  }
  const isOne = [before, after].every(({ childCount }) => childCount === left + right + 1);
  const [was, is] = [isOne ? before.child(left) : null, isOne ? after.child(left) : null];
  if (!was || !is || was.isLeaf || !was.sameMarkup(is))
    small.replaceWith(from, to, after.content.content.slice(left, after.childCount - right));
  else if (was.inlineContent) replaceWords(small, was, is, from + 1);
  else replaceWithin(small, was, is, from + 1);
}

function replaceWords(small: Transaction, before: Node, after: Node, start: number): void {
  const from = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (from === null || !end) return;
  // Where the same letters stand on both sides, the ends may cross the start.
  const crossed = Math.max(0, from - Math.min(end.a, end.b));
  small.replace(start + from, start + end.a + crossed, after.slice(from, end.b + crossed));
}

/** The nodes around what was replaced are new ones; the binding is to know them for those that it made. */
function standFor(now: Node, made: Node, state: EditorState): void {
  const { mapping } = ySyncPluginKey.getState(state)?.binding ?? {};
  if (!(mapping instanceof KeptNodes) || now === made) return;
  mapping.standFor(now, made);
  for (const [at, child] of made.content.content.entries())
    if (!child.isText && now.maybeChild(at)) standFor(now.child(at), child, state);
}

function dressed(small: Transaction, large: Transaction, sync: object): Transaction {
  small.setSelection(Selection.fromJSON(small.doc, large.selection.toJSON()));
  small.setMeta("addToHistory", false).setMeta(ySyncPluginKey, sync);
  return large.scrolledIntoView ? small.scrollIntoView() : small;
}

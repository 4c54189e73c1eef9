import { type Editor, Extension } from "@tiptap/core";
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, NodeSelection, Selection, type Transaction } from "@tiptap/pm/state";

/** A block that moves as one: an item of a list, or what stands directly in the document or a box of it. */
export interface Block {
  readonly pos: number;
  readonly node: Node;
}

const items = new Set(["listItem", "taskItem"]);
const boxes = new Set(["doc", "callout", "detailsContent", "blockquote", "tableCell", "tableHeader"]);

/** Alt with an arrow moves the block that one writes in; the title stays where it is. */
export const blockMoves = Extension.create({
  name: "blockMoves",
  addKeyboardShortcuts() {
    return {
      "Alt-ArrowUp": () => moveBlock(this.editor, -1),
      "Alt-ArrowDown": () => moveBlock(this.editor, 1),
    };
  },
});

export function blockAt($pos: ResolvedPos): Block | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const node = $pos.node(depth);
    const isItem = items.has(node.type.name);
    if (!isItem && !boxes.has($pos.node(depth - 1).type.name)) continue;
    return node.type.name === "title" ? null : { pos: $pos.before(depth), node };
  }
  const after = $pos.nodeAfter;
  return after && $pos.depth === 0 && after.type.name !== "title" ? { pos: $pos.pos, node: after } : null;
}

function blockChosen({ selection }: EditorState): Block | null {
  if (selection instanceof NodeSelection && selection.node.isBlock)
    return { pos: selection.from, node: selection.node };
  return blockAt(selection.$from);
}

/** True where it has moved. */
export function moveBlock(editor: Editor, by: -1 | 1, block = blockChosen(editor.state)): boolean {
  if (!block || !editor.isEditable) return false;
  const moved = movedBlock(editor.state, block, by);
  if (!moved) return false;
  editor.view.dispatch(moved.scrollIntoView());
  return true;
}

export function movedBlock({ doc, tr, selection }: EditorState, { pos, node }: Block, by: -1 | 1): Transaction | null {
  const $pos = doc.resolve(pos);
  const place = $pos.index();
  const other = $pos.parent.maybeChild(place + by);
  if (!other || other.type.name === "title") return null;
  const within = selection.from - pos;
  const to = by === -1 ? pos - other.nodeSize : pos + other.nodeSize;
  tr.delete(pos, pos + node.nodeSize).insert(to, node);
  const anchor = Math.max(to, Math.min(to + within, to + node.nodeSize));
  tr.setSelection(
    selection instanceof NodeSelection ? NodeSelection.create(tr.doc, to) : Selection.near(tr.doc.resolve(anchor)),
  );
  return tr;
}

/** The same again, below. */
export function duplicateBlock({ view, state }: Editor, { pos, node }: Block): void {
  view.dispatch(state.tr.insert(pos + node.nodeSize, node).scrollIntoView());
}

export function removeBlock({ view, state }: Editor, { pos, node }: Block): void {
  const $pos = state.doc.resolve(pos);
  // The last item takes its list with it.
  const alone = $pos.depth > 0 && $pos.parent.childCount === 1 && items.has(node.type.name);
  const from = alone ? $pos.before() : pos;
  view.dispatch(state.tr.delete(from, alone ? $pos.after() : pos + node.nodeSize).scrollIntoView());
}

import type { Editor } from "@tiptap/core";
import type { Transaction } from "@tiptap/pm/state";

/** Begins a thread about the words chosen, and marks them wherever they are by then. */
export async function beginComment(
  editor: Editor,
  beginThread: (quote: string) => Promise<string | null>,
): Promise<void> {
  let { from, to } = editor.state.selection;
  if (from === to) return;
  const follow = ({ transaction: { mapping } }: { transaction: Transaction }) => {
    from = mapping.map(from, 1);
    to = mapping.map(to, -1);
  };
  editor.on("transaction", follow);
  try {
    const threadId = await beginThread(editor.state.doc.textBetween(from, to, " ").slice(0, 500));
    const mark = editor.schema.marks.comment;
    if (threadId === null || !mark || from >= to || editor.isDestroyed) return;
    editor.view.dispatch(editor.state.tr.addMark(from, to, mark.create({ threadId })));
  } finally {
    editor.off("transaction", follow);
  }
}

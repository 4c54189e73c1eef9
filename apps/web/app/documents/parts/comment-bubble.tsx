import { m } from "@guildhall/i18n/messages";
import type { Editor } from "@tiptap/core";
import { useWords } from "../../shell/words.ts";
import { EditorIcon } from "./editor-icon.tsx";
import { useEditorState } from "./use-editor-state.ts";

interface CommentBubbleProps {
  readonly editor: Editor;
  readonly frame: HTMLElement | null;
  readonly onBegin: () => void;
}

/** Below the words that somebody chose who may speak about them and not change them. */
export function CommentBubble({ editor, frame, onBegin }: CommentBubbleProps) {
  const { t } = useWords();
  const { from, to } = useEditorState(editor, ({ state: { selection, doc } }) => {
    const isWords = doc.textBetween(selection.from, selection.to, " ").trim() !== "";
    return isWords ? { from: selection.from, to: selection.to } : { from: 0, to: 0 };
  });
  if (from === to || !frame) return null;
  const box = frame.getBoundingClientRect();
  const end = editor.view.coordsAtPos(to);
  return (
    <button
      type="button"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onBegin}
      style={{
        insetBlockStart: end.bottom - box.top + 6,
        insetInlineStart: Math.max(0, Math.min(end.left - box.left - 60, box.width - 140)),
      }}
      className="absolute z-20 inline-flex min-h-control-m items-center gap-s2 rounded-r3 border bg-raised px-s3 text-ink shadow-float hover:bg-sunk"
    >
      <EditorIcon name="comment" />
      {t(m.editor_comment)}
    </button>
  );
}

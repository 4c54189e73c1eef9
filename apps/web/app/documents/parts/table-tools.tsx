import { m } from "@guildhall/i18n/messages";
import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { useWords } from "../../shell/words.ts";
import { useEditorState } from "./use-editor-state.ts";

/** Below the table that one writes in: rows and columns, its head, and out with it. */
export function TableTools({ editor, frame }: { readonly editor: Editor; readonly frame: HTMLElement | null }) {
  const { t } = useWords();
  const pos = useEditorState(editor, tableAt);
  const place = usePlace(editor, frame, pos);
  if (pos === null || !place) return null;
  const acts = [
    [t(m.editor_row_add), () => editor.chain().focus().addRowAfter().run()],
    [t(m.editor_column_add), () => editor.chain().focus().addColumnAfter().run()],
    [t(m.editor_row_remove), () => editor.chain().focus().deleteRow().run()],
    [t(m.editor_column_remove), () => editor.chain().focus().deleteColumn().run()],
    [t(m.editor_table_head), () => editor.chain().focus().toggleHeaderRow().run()],
    [t(m.editor_table_remove), () => editor.chain().focus().deleteTable().run()],
  ] as const;
  return (
    <div
      role="toolbar"
      aria-label={t(m.editor_table_tools)}
      data-print="no"
      style={place}
      className="absolute z-10 flex max-w-full overflow-x-auto rounded-r2 border bg-raised text-s text-ink-2"
    >
      {acts.map(([label, use]) => (
        <button
          key={label}
          type="button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={use}
          className="focus-inside min-h-target flex-none px-s2 hover:bg-sunk hover:text-ink"
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function tableAt({ state: { selection }, isFocused, isEditable }: Editor): number | null {
  const inTools = document.activeElement?.closest("[role=toolbar]") != null;
  if (!isEditable || !(isFocused || inTools)) return null;
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--)
    if ($from.node(depth).type.name === "table") return $from.before(depth);
  return null;
}

/** Follows the table when what stands above it grows. */
function usePlace(editor: Editor, frame: HTMLElement | null, pos: number | null) {
  const [place, setPlace] = useState<{ insetBlockStart: number; insetInlineStart: number } | null>(null);
  useEffect(() => {
    const look = () => {
      const table = pos === null || editor.isDestroyed ? null : editor.view.nodeDOM(pos);
      if (!frame || !(table instanceof HTMLElement)) return setPlace(null);
      const box = table.getBoundingClientRect();
      const around = frame.getBoundingClientRect();
      setPlace({
        insetBlockStart: Math.round(box.bottom - around.top) + 4,
        insetInlineStart: Math.round(box.left - around.left),
      });
    };
    look();
    editor.on("update", look);
    return () => {
      editor.off("update", look);
    };
  }, [editor, frame, pos]);
  return place;
}

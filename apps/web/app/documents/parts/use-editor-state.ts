import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";

/** What `read` says of the editor; drawn anew only when it says something else. */
export function useEditorState<Seen>(editor: Editor, read: (editor: Editor) => Seen): Seen {
  const reader = useRef(read);
  reader.current = read;
  const [seen, setSeen] = useState(() => read(editor));
  useEffect(() => {
    const look = () => {
      if (editor.isDestroyed) return;
      const now = reader.current(editor);
      setSeen((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    };
    look();
    editor.on("transaction", look);
    editor.on("focus", look);
    editor.on("blur", look);
    return () => {
      editor.off("transaction", look);
      editor.off("focus", look);
      editor.off("blur", look);
    };
  }, [editor]);
  return seen;
}

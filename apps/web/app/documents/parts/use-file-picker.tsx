import type { Editor } from "@tiptap/core";
import { type ReactNode, useRef } from "react";
import { useWords } from "../../shell/words.ts";
import type { DocumentEditorProps } from "../document-props.ts";
import { uploadHooks } from "../editing/upload-words.ts";
import { attachFiles } from "../editing/uploads.ts";

/** Asks for files of this device and puts them where the caret is. */
export function useFilePicker(
  editor: Editor | null,
  upload: DocumentEditorProps["upload"],
): { readonly attach: ((accept: string) => void) | undefined; readonly input: ReactNode } {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  if (!upload) return { attach: undefined, input: null };
  return {
    attach: (accept) => {
      if (!input.current) return;
      input.current.accept = accept;
      input.current.click();
    },
    input: (
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          if (editor && files.length > 0)
            attachFiles(editor, files, editor.state.selection.to, uploadHooks(upload, words));
        }}
      />
    ),
  };
}

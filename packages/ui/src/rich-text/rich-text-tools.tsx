import { m } from "@guildhall/i18n/messages";
import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, useEffect, useReducer, useRef, useState } from "react";
import { classNames } from "../class-names.ts";
import { stepKey } from "../keys/step-key.ts";
import { Icon } from "../marks/icon.tsx";
import type { IconName } from "../marks/icon-shapes.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { LinkAsk } from "./link-ask.tsx";

type Tool = {
  readonly icon: IconName;
  readonly label: string;
  readonly on: boolean;
  readonly keys?: string;
  readonly use: () => void;
};

/** Bold, italic, lists and links: one stop for Tab, arrows within. */
export function RichTextTools({ editor, label }: { readonly editor: Editor; readonly label: string }) {
  const { t } = useKitWords();
  const [at, setAt] = useState(0);
  const [asking, setAsking] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  useEditorChanges(editor);
  const tools: readonly Tool[] = [
    {
      icon: "bold",
      label: t(m.ui_bold),
      on: editor.isActive("bold"),
      keys: "Control+B",
      use: () => editor.chain().focus().toggleBold().run(),
    },
    {
      icon: "italic",
      label: t(m.ui_italic),
      on: editor.isActive("italic"),
      keys: "Control+I",
      use: () => editor.chain().focus().toggleItalic().run(),
    },
    {
      icon: "bullets",
      label: t(m.ui_bullets),
      on: editor.isActive("bulletList"),
      use: () => editor.chain().focus().toggleBulletList().run(),
    },
    {
      icon: "numbers",
      label: t(m.ui_numbers),
      on: editor.isActive("orderedList"),
      use: () => editor.chain().focus().toggleOrderedList().run(),
    },
    { icon: "link", label: t(m.ui_link), on: editor.isActive("link"), use: () => setAsking(true) },
  ];
  const walk = (event: KeyboardEvent) => {
    const to = stepKey(event.key, at, tools.length, "horizontal");
    if (to === undefined) return;
    event.preventDefault();
    setAt(to);
    bar.current?.querySelectorAll("button")[to]?.focus();
  };
  return (
    <>
      <div
        ref={bar}
        role="toolbar"
        aria-label={t(m.ui_shape_of, { name: label })}
        onKeyDown={walk}
        className="flex flex-wrap gap-s0 border-b px-s1 py-s1"
      >
        {tools.map(({ icon, label: called, on, keys, use }, place) => (
          <button
            key={icon}
            type="button"
            aria-label={called}
            title={called}
            aria-pressed={on}
            {...(keys && { "aria-keyshortcuts": keys })}
            tabIndex={place === at ? 0 : -1}
            onFocus={() => setAt(place)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={use}
            className={classNames(
              "focus-inside grid size-control-s place-items-center rounded-r1 transition-colors hover:bg-sunk",
              on ? "bg-seal-tint text-seal" : "text-ink-2",
            )}
          >
            <Icon name={icon} />
          </button>
        ))}
      </div>
      {asking && <LinkAsk editor={editor} onDone={() => setAsking(false)} />}
    </>
  );
}

/** Draws anew whenever the editor's state changes. */
function useEditorChanges(editor: Editor) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    editor.on("transaction", redraw);
    return () => {
      editor.off("transaction", redraw);
    };
  }, [editor]);
}

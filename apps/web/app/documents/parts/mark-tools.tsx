import { m } from "@guildhall/i18n/messages";
import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, useRef, useState } from "react";
import { useWords, type Words } from "../../shell/words.ts";
import { turnChoices } from "../editing/block-choices.ts";
import { EditorIcon, type EditorIconName } from "./editor-icon.tsx";
import { useEditorState } from "./use-editor-state.ts";

export interface Tool {
  readonly icon: EditorIconName;
  readonly label: string;
  readonly keys?: string;
  readonly isOn?: boolean;
  readonly use: () => void;
}

type MarkToolsProps = {
  readonly editor: Editor;
  /** After those for the words themselves. */
  readonly more: readonly Tool[];
  readonly className: string;
};

/** What can be done with the words chosen: one stop for Tab, arrows within, Esc back to the words. */
export function MarkTools({ editor, more, className }: MarkToolsProps) {
  const words = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const on = useEditorState(editor, (now) => marks.filter((mark) => now.isActive(mark)));
  const tools = [...markTools(editor, words, on), ...more];
  const walk = (event: KeyboardEvent) => {
    if (event.key === "Escape") editor.commands.focus();
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    const to = (at + step + tools.length) % tools.length;
    setAt(to);
    bar.current?.querySelectorAll("button")[to]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: arrows walk a toolbar
    <div ref={bar} role="toolbar" aria-label={words.t(m.editor_tools)} onKeyDown={walk} className={className}>
      <TurnInto editor={editor} />
      {tools.map(({ icon, label, keys, isOn, use }, place) => (
        <button
          key={icon}
          type="button"
          aria-label={label}
          title={label}
          {...(isOn !== undefined && { "aria-pressed": isOn })}
          {...(keys && { "aria-keyshortcuts": keys })}
          tabIndex={place === at ? 0 : -1}
          onFocus={() => setAt(place)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={use}
          className={`focus-inside grid size-control-m flex-none place-items-center rounded-r1 transition-colors hover:bg-sunk ${isOn ? "bg-seal-tint text-seal" : "text-ink-2"}`}
        >
          <EditorIcon name={icon} />
        </button>
      ))}
    </div>
  );
}

const marks = ["bold", "italic", "underline", "strike", "highlight", "code"] as const;

function markTools(editor: Editor, { t, locale }: Words, on: readonly string[]): readonly Tool[] {
  const tool = (icon: EditorIconName, mark: (typeof marks)[number], label: string, keys: string): Tool => ({
    icon,
    label,
    keys,
    isOn: on.includes(mark),
    use: () => editor.chain().focus().toggleMark(mark).run(),
  });
  return [
    tool("bold", "bold", t(m.editor_bold), "Control+B"),
    // Chinese type has no italics; stress there is weight.
    ...(locale === "zh-CN" ? [] : [tool("italic", "italic", t(m.editor_italic), "Control+I")]),
    tool("underline", "underline", t(m.editor_underline), "Control+U"),
    tool("strike", "strike", t(m.editor_strike), "Control+Shift+S"),
    tool("mark", "highlight", t(m.editor_highlight), "Control+Shift+H"),
    tool("code", "code", t(m.editor_code), "Control+E"),
  ];
}

/** What kind of block it is; another can be chosen. */
function TurnInto({ editor }: { readonly editor: Editor }) {
  const words = useWords();
  const choices = turnChoices(words);
  const now = useEditorState(editor, kindNow);
  return (
    <select
      aria-label={words.t(m.editor_turn_into)}
      value={now}
      onChange={(event) => choices.find(({ key }) => key === event.currentTarget.value)?.run(editor)}
      className="focus-inside h-control-m flex-none cursor-pointer rounded-r1 bg-raised px-s2 text-s text-ink-2 hover:bg-sunk"
    >
      {choices.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  );
}

function kindNow(editor: Editor): string {
  const lists = { taskList: "tasks", orderedList: "numbers", bulletList: "bullets" };
  for (const level of [1, 2, 3]) if (editor.isActive("heading", { level })) return `h${level}`;
  for (const [node, key] of Object.entries(lists)) if (editor.isActive(node)) return key;
  if (editor.isActive("codeBlock")) return "code";
  return editor.isActive("blockquote") ? "quote" : "text";
}

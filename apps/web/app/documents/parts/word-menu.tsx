import { m } from "@guildhall/i18n/messages";
import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "../../shell/words.ts";
import { LinkAsk } from "./link-ask.tsx";
import { MarkTools, type Tool } from "./mark-tools.tsx";
import { useCoarse } from "./use-coarse.ts";
import { useEditorState } from "./use-editor-state.ts";

type WordMenuProps = {
  readonly editor: Editor;
  readonly frame: HTMLElement | null;
  /** Speaks about the words chosen, for whoever may. */
  readonly onComment: (() => void) | undefined;
  /** Opens the list that a slash opens. */
  readonly onBlocks: () => void;
};

/** Above the words chosen; under a finger, at the foot of the page above its keyboard. */
export function WordMenu({ editor, frame, onComment, onBlocks }: WordMenuProps) {
  const { t } = useWords();
  const isCoarse = useCoarse();
  const [asking, setAsking] = useState(false);
  const { isChosen, isFocused, isLink, from, to } = useEditorState(editor, look);
  const isPressed = usePressed(editor);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k" && editor.isFocused) {
        event.preventDefault();
        event.stopPropagation();
        setAsking(true);
      } else if (event.altKey && event.key === "F10" && editor.isFocused)
        frame?.querySelector<HTMLElement>("[role=toolbar] button")?.focus();
    };
    frame?.addEventListener("keydown", onKey, true);
    return () => frame?.removeEventListener("keydown", onKey, true);
  }, [editor, frame]);
  const link: Tool = {
    icon: "link",
    label: t(m.editor_link),
    keys: "Control+K",
    isOn: isLink,
    use: () => setAsking(true),
  };
  const comment: readonly Tool[] = onComment
    ? [{ icon: "comment", label: t(m.editor_comment), keys: "Control+Alt+M", use: onComment }]
    : [];
  if (isCoarse && (isFocused || asking))
    return (
      <PhoneBar>
        {asking ? (
          <LinkAsk editor={editor} onDone={() => setAsking(false)} />
        ) : (
          <MarkTools
            editor={editor}
            className="flex gap-s0 overflow-x-auto p-s1"
            more={[...phoneTools(editor, t, onBlocks), link, ...comment]}
          />
        )}
      </PhoneBar>
    );
  if (isCoarse || isPressed || !(isChosen || asking)) return null;
  return (
    <div
      style={above(editor, frame, from, to)}
      className="absolute z-20 -translate-y-full rounded-r3 border bg-raised text-ink shadow-float"
    >
      {asking ? (
        <LinkAsk editor={editor} onDone={() => setAsking(false)} />
      ) : (
        <MarkTools editor={editor} className="flex gap-s0 p-s1" more={[link, ...comment]} />
      )}
    </div>
  );
}

function look(editor: Editor) {
  const { selection } = editor.state;
  const isWords = selection instanceof TextSelection && !selection.empty && !selection.$from.parent.type.spec.code;
  const isTitle = selection.$from.parent.type.name === "title";
  const inTools = document.activeElement?.closest("[role=toolbar]") != null;
  return {
    isChosen: isWords && !isTitle && editor.isEditable && (editor.isFocused || inTools),
    isFocused: (editor.isFocused || inTools) && editor.isEditable,
    isLink: editor.isActive("link"),
    from: selection.from,
    to: selection.to,
  };
}

function phoneTools(editor: Editor, t: ReturnType<typeof useWords>["t"], onBlocks: () => void): readonly Tool[] {
  return [
    { icon: "plus", label: t(m.editor_blocks), use: onBlocks },
    { icon: "undo", label: t(m.editor_undo), use: () => editor.chain().focus().undo().run() },
    { icon: "redo", label: t(m.editor_redo), use: () => editor.chain().focus().redo().run() },
  ];
}

/** The middle of the words, in the frame around; below the line where nothing stands above it. */
function above({ view }: Editor, frame: HTMLElement | null, from: number, to: number) {
  if (!frame) return {};
  const box = frame.getBoundingClientRect();
  const [start, end] = [view.coordsAtPos(from), view.coordsAtPos(to)];
  const left = Math.max(0, Math.min(Math.min(start.left, end.left) - box.left, box.width - 400));
  return { insetBlockStart: start.top - box.top - 8, insetInlineStart: left };
}

/** While the pointer is down, words are still being chosen. */
function usePressed(editor: Editor): boolean {
  const [isPressed, setPressed] = useState(false);
  useEffect(() => {
    const { dom } = editor.view;
    const down = () => setPressed(true);
    const up = () => setPressed(false);
    dom.addEventListener("pointerdown", down);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", up);
    return () => {
      dom.removeEventListener("pointerdown", down);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", up);
    };
  }, [editor]);
  return isPressed;
}

/** Stands on the keyboard, wherever that ends. */
function PhoneBar({ children }: { readonly children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const seen = window.visualViewport;
    const place = () => {
      const below = seen ? window.innerHeight - seen.height - seen.offsetTop : 0;
      if (bar.current) bar.current.style.bottom = `${Math.max(0, below)}px`;
    };
    place();
    seen?.addEventListener("resize", place);
    seen?.addEventListener("scroll", place);
    return () => {
      seen?.removeEventListener("resize", place);
      seen?.removeEventListener("scroll", place);
    };
  }, []);
  return (
    <div ref={bar} data-print="no" className="fixed inset-x-0 bottom-0 z-40 border-t bg-raised text-ink">
      {children}
    </div>
  );
}

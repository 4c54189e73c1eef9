import { m } from "@guildhall/i18n/messages";
import type { Editor } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useWords } from "../../shell/words.ts";
import { type Block, blockAt, duplicateBlock, moveBlock, removeBlock } from "../editing/block-moves.ts";
import { EditorIcon, type EditorIconName } from "./editor-icon.tsx";

type BlockHandleProps = { readonly editor: Editor; readonly frame: HTMLElement | null };
type Beside = Block & { readonly top: number; readonly left: number };

/** Beside the block under the pointer: dragged, it moves the block; pressed, it says what else can be done with it. */
export function BlockHandle({ editor, frame }: BlockHandleProps) {
  const { t } = useWords();
  const [beside, setBeside] = useState<Beside | null>(null);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const held = useRef(isOpen);
  held.current = isOpen;
  useEffect(() => {
    if (!frame) return;
    const look = (event: PointerEvent) => {
      if (event.pointerType !== "mouse" || held.current || event.buttons > 0) return;
      setBeside(blockBeside(editor, frame, event.clientY));
    };
    const leave = () => held.current || setBeside(null);
    frame.addEventListener("pointermove", look);
    frame.addEventListener("pointerleave", leave);
    editor.on("update", leave);
    // What opens beside the paper moves it away from under the handle.
    const resizes = new ResizeObserver(leave);
    resizes.observe(frame);
    return () => {
      resizes.disconnect();
      frame.removeEventListener("pointermove", look);
      frame.removeEventListener("pointerleave", leave);
      editor.off("update", leave);
    };
  }, [editor, frame]);
  if (!beside) return null;
  const close = () => {
    setOpen(false);
    setBeside(null);
  };
  return (
    <div
      data-print="no"
      className="absolute z-20"
      style={{ insetBlockStart: beside.top, insetInlineStart: beside.left }}
    >
      <button
        ref={button}
        type="button"
        draggable
        tabIndex={-1}
        aria-label={t(m.editor_block_menu)}
        title={t(m.editor_block_handle)}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onDragStart={(event) => begin(editor, beside, event)}
        onClick={() => setOpen(!isOpen)}
        className="grid size-target cursor-grab place-items-center rounded-r1 text-ink-3 hover:bg-sunk hover:text-ink"
      >
        <EditorIcon name="grip" />
      </button>
      {isOpen && <BlockMenu editor={editor} block={beside} onDone={close} />}
    </div>
  );
}

/** The block whose line the pointer is on, unless it has changed meanwhile. */
function blockBeside({ view, state, isEditable }: Editor, frame: HTMLElement, y: number): Beside | null {
  if (!isEditable) return null;
  const paper = view.dom.getBoundingClientRect();
  const at = view.posAtCoords({ left: paper.left + 40, top: y });
  const block =
    at && blockAt(state.doc.resolve(at.inside >= 0 && state.doc.nodeAt(at.inside)?.isAtom ? at.inside : at.pos));
  const dom = block && view.nodeDOM(block.pos);
  if (!block || !(dom instanceof HTMLElement)) return null;
  const box = dom.getBoundingClientRect();
  const around = frame.getBoundingClientRect();
  if (y < box.top - 8 || y > box.bottom + 8) return null;
  const line = Number.parseFloat(getComputedStyle(dom).lineHeight) || 24;
  return {
    ...block,
    top: box.top - around.top + Math.max(0, (Math.min(line, box.height) - 24) / 2),
    left: paper.left - around.left - 30,
  };
}

function begin({ view }: Editor, { pos, node }: Block, event: DragEvent): void {
  if (view.state.doc.nodeAt(pos) !== node) return event.preventDefault();
  const selection = NodeSelection.create(view.state.doc, pos);
  view.dispatch(view.state.tr.setSelection(selection));
  const slice = selection.content();
  const { dom, text } = view.serializeForClipboard(slice);
  event.dataTransfer.clearData();
  event.dataTransfer.setData("text/html", dom.innerHTML);
  event.dataTransfer.setData("text/plain", text);
  event.dataTransfer.effectAllowed = "copyMove";
  const shown = view.nodeDOM(pos);
  if (shown instanceof HTMLElement) event.dataTransfer.setDragImage(shown, 0, 0);
  view.dragging = Object.assign(view.dragging ?? {}, { slice, move: true });
}

type BlockMenuProps = { readonly editor: Editor; readonly block: Block; readonly onDone: () => void };

function BlockMenu({ editor, block, onDone }: BlockMenuProps) {
  const { t } = useWords();
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    menu.current?.querySelector("button")?.focus();
    const elsewhere = (event: PointerEvent) => {
      if (event.target instanceof Node && !menu.current?.parentElement?.contains(event.target)) onDone();
    };
    document.addEventListener("pointerdown", elsewhere, true);
    return () => document.removeEventListener("pointerdown", elsewhere, true);
  }, [onDone]);
  const act = (icon: EditorIconName, label: string, keys: string, run: () => void) => ({ icon, label, keys, run });
  const acts = [
    act("up", t(m.editor_move_up), "Alt ↑", () => moveBlock(editor, -1, block)),
    act("down", t(m.editor_move_down), "Alt ↓", () => moveBlock(editor, 1, block)),
    act("copy", t(m.editor_duplicate), "", () => duplicateBlock(editor, block)),
    act("remove", t(m.editor_remove), "", () => removeBlock(editor, block)),
  ];
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const all = [...event.currentTarget.querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = all.findIndex((each) => each.contains(document.activeElement));
    if (step !== undefined) all[(at + step + all.length) % all.length]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") {
      onDone();
      editor.commands.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <div
      ref={menu}
      role="menu"
      aria-label={t(m.editor_block_menu)}
      onKeyDown={walk}
      tabIndex={-1}
      className="absolute left-0 top-full z-30 grid min-w-menu rounded-r3 border bg-raised p-s1 text-ink shadow-float"
    >
      {acts.map(({ icon, label, keys, run }) => (
        <button
          key={icon}
          type="button"
          role="menuitem"
          onClick={() => {
            // Somebody else may have changed it while the menu was open.
            if (editor.state.doc.nodeAt(block.pos)?.type === block.node.type) run();
            onDone();
            editor.commands.focus(undefined, { scrollIntoView: false });
          }}
          className="focus-inside flex min-h-control-m items-center gap-s3 rounded-r2 px-s2 text-left hover:bg-sunk focus:bg-sunk"
        >
          <EditorIcon name={icon} />
          <span className="flex-1">{label}</span>
          {keys && <kbd className="text-xs text-ink-3">{keys}</kbd>}
        </button>
      ))}
    </div>
  );
}

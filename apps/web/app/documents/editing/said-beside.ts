import { Extension } from "@tiptap/core";
import type { ResolvedPos } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { element } from "../views/view-hooks.ts";

interface Saying {
  readonly pos: number;
  readonly lines: readonly string[];
}

const key = new PluginKey<DecorationSet>("saidBeside");
/** Milliseconds after which whoever has gone on writing has read it. */
const read = 20_000;

/** Says on this page alone what became of what was just put in, right below it. */
export function saidBeside(close: string) {
  return Extension.create({
    name: "saidBeside",
    addProseMirrorPlugins: () => {
      let saidAt = 0;
      return [
        new Plugin<DecorationSet>({
          key,
          state: {
            init: () => DecorationSet.empty,
            apply: (transaction, before) => {
              const said: Saying | null | undefined = transaction.getMeta(key);
              if (said) {
                saidAt = Date.now();
                return DecorationSet.create(transaction.doc, [noteAt(said, close)]);
              }
              const isOver = said === null || (transaction.getMeta("uiEvent") && Date.now() - saidAt > read);
              return isOver ? DecorationSet.empty : before.map(transaction.mapping, transaction.doc);
            },
          },
          props: {
            decorations: (state) => key.getState(state),
            handleKeyDown: (view, { key: pressed }) => {
              if (pressed === "Escape") hush(view);
              return false;
            },
            handleTextInput: (view) => {
              if (Date.now() - saidAt > read) hush(view);
              return false;
            },
          },
        }),
      ];
    },
  });
}

/** Below the line that the caret is in, or that `pos` is in. */
export function sayBeside(view: EditorView, lines: readonly string[], pos = view.state.selection.to): void {
  if (view.isDestroyed || lines.length === 0) return;
  const { doc } = view.state;
  const said: Saying = { pos: belowLine(doc.resolve(Math.min(pos, doc.content.size))), lines };
  view.dispatch(view.state.tr.setMeta(key, said).setMeta("addToHistory", false));
}

/** What was said is over. */
export function hush(view: EditorView): void {
  if (view.isDestroyed || key.getState(view.state) === DecorationSet.empty) return;
  view.dispatch(view.state.tr.setMeta(key, null).setMeta("addToHistory", false));
}

/** Between blocks, after the one that a place is in. */
export function belowLine($pos: ResolvedPos): number {
  return $pos.parent.isTextblock ? $pos.after() : $pos.pos;
}

function noteAt({ pos, lines }: Saying, close: string): Decoration {
  const draw = (view: EditorView) => {
    const cross = element("button", "said-close", "×");
    cross.type = "button";
    cross.setAttribute("aria-label", close);
    cross.addEventListener("click", () => {
      hush(view);
      view.focus();
    });
    return noteOf(lines, cross);
  };
  return Decoration.widget(pos, draw, { side: 1, stopEvent: () => true, ignoreSelection: true });
}

/** A note in the text that is none of it. */
export function noteOf(lines: readonly string[], ...deeds: HTMLElement[]): HTMLElement {
  const words = element("div", "said-words", ...lines.map((line) => element("p", "said-line", line)));
  const note = element("div", "said-beside", words, ...deeds);
  note.contentEditable = "false";
  note.setAttribute("role", "alert");
  return note;
}

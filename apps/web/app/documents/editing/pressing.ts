import { idOf, safeHref } from "@guildhall/docs/schemas";
import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

/** A press on words with comments shows them; with Ctrl or ⌘, a link is followed; below the last block, a line begins. */
export function pressing({ onThread }: { readonly onThread: (threadId: string) => void }) {
  return Extension.create({
    name: "pressing",
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey("pressing"),
        props: {
          handleClick: (view, _pos, event) => {
            if (!(event.target instanceof Element)) return false;
            const thread = idOf(event.target.closest("mark[data-thread]")?.getAttribute("data-thread"));
            if (thread) onThread(thread);
            const href = safeHref(event.target.closest("a[href]")?.getAttribute("href"));
            if (!href || !(event.metaKey || event.ctrlKey)) return false;
            window.open(href, "_blank", "noopener,noreferrer");
            return view.editable;
          },
          handleDOMEvents: {
            mousedown: (view, event) => {
              countAsTheBrowser(view, event);
              return event.target === view.dom && lineBelow(view, event);
            },
          },
        },
      }),
    ],
  });
}

/** True where the press was below all that is written and the last block is none that one could go on in. */
function lineBelow(view: EditorView, event: MouseEvent): boolean {
  const last = view.dom.lastElementChild;
  const paragraph = view.state.schema.nodes.paragraph;
  if (!view.editable || event.button !== 0 || !last || !paragraph) return false;
  if (event.clientY <= last.getBoundingClientRect().bottom) return false;
  const { doc, tr } = view.state;
  if (doc.lastChild?.type === paragraph) return false;
  event.preventDefault();
  tr.insert(doc.content.size, paragraph.create());
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, tr.doc.content.size - 1)).scrollIntoView());
  view.focus();
  return true;
}

/**
 * ProseMirror takes three presses near each other for one on a whole line, even where somebody wrote between them: what
 * was just written is then chosen, and the next letter replaces it. The browser knows better which press it is.
 */
function countAsTheBrowser(view: EditorView, { detail }: MouseEvent): void {
  const input: unknown = Reflect.get(view, "input");
  if (detail > 1 || typeof input !== "object" || input === null) return;
  const last: unknown = Reflect.get(input, "lastClick");
  if (typeof last === "object" && last !== null) Reflect.set(last, "time", 0);
}

import { type Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { yCursorPluginKey } from "@tiptap/y-tiptap";
import type { WebsocketProvider } from "y-websocket";

/**
 * A press moves the browser's caret at once, and ProseMirror hears of it a moment later. What comes from others in that
 * moment would be drawn with the caret where ProseMirror last knew it, at the start of the document, and take the caret
 * there: the first letters of whoever pressed and typed stood in the title. So what the browser did is read first.
 */
export const readFirst = Extension.create({
  name: "readFirst",
  priority: 20_000,
  dispatchTransaction({ transaction, next }) {
    const moved: unknown = transaction.getMeta(yCursorPluginKey);
    if (moved === undefined || transaction.docChanged) return next(transaction);
    readWhatTheBrowserDid(views.get(this.editor));
    next(this.editor.state.tr.setMeta(yCursorPluginKey, moved).setMeta("addToHistory", false));
  },
  // Words chosen a moment ago are those that a key is meant for.
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey("readFirst"),
        view: (view) => {
          views.set(editor, view);
          return { destroy: () => views.delete(editor) };
        },
        props: {
          handleDOMEvents: {
            keydown: (view) => {
              readWhatTheBrowserDid(view);
              return false;
            },
          },
        },
      }),
    ];
  },
});

/** The view that an editor really has: before it stands on the page and after it has left, tiptap gives one that throws. */
const views = new WeakMap<Editor, EditorView>();

/** The same before every message of the room; before the room's document changes, since within a change is too late. */
export function readBeforeMessages({ messageHandlers }: WebsocketProvider, editor: () => Editor | null): () => void {
  const before = messageHandlers.slice();
  for (const [number, handle] of before.entries())
    if (handle)
      messageHandlers[number] = (...message) => {
        const shown = editor();
        if (shown) readWhatTheBrowserDid(views.get(shown));
        return handle(...message);
      };
  return () => {
    for (const [number, handle] of before.entries()) messageHandlers[number] = handle;
  };
}

function readWhatTheBrowserDid(view: EditorView | undefined): void {
  if (!view || view.isDestroyed) return;
  const observer: unknown = Reflect.get(view, "domObserver");
  if (!view.composing && canFlush(observer)) observer.flush();
}

function canFlush(observer: unknown): observer is { flush(): void } {
  return (
    typeof observer === "object" && observer !== null && "flush" in observer && typeof observer.flush === "function"
  );
}

import { documentLimits } from "@guildhall/docs/client";
import { type Editor, Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { insertPoint } from "@tiptap/pm/transform";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { UploadedFile } from "../document-props.ts";
import { element } from "../views/view-hooks.ts";
import { amountsIn } from "./pasting.ts";
import { belowLine, hush, noteOf, sayBeside } from "./said-beside.ts";
import { isPictureAlone } from "./tidy-html.ts";

/** What is shown where a file is to stand. */
interface Line {
  readonly id: symbol;
  readonly draw: () => HTMLElement;
}

type Change = { readonly begin: Line; readonly pos: number } | { readonly instead: Line } | { readonly end: symbol };

const key = new PluginKey<DecorationSet>("uploads");
const atOnce = 20;

export interface UploadHooks {
  readonly upload: (file: File) => Promise<UploadedFile>;
  readonly words: {
    readonly uploading: (name: string) => string;
    /** Why a file did not come in. */
    readonly failed: (name: string, error: unknown) => Promise<string>;
    readonly again: () => string;
    readonly close: () => string;
    readonly tooMany: (kept: number, of: number) => string;
    readonly full: () => string;
  };
}

/** Files dropped or pasted are stored, each where it fell; meanwhile a line says so, on this page alone. */
export function uploads(hooks: UploadHooks) {
  return Extension.create({
    name: "uploads",
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin<DecorationSet>({
          key,
          state: {
            init: () => DecorationSet.empty,
            apply: (transaction, before) => {
              const waiting = before.map(transaction.mapping, transaction.doc);
              const change: Change | undefined = transaction.getMeta(key);
              if (!change) return waiting;
              if ("begin" in change) return waiting.add(transaction.doc, [lineAt(change.pos, change.begin)]);
              const id = "end" in change ? change.end : change.instead.id;
              const found = waiting.find(undefined, undefined, (spec) => spec.id === id);
              const without = waiting.remove(found);
              if ("end" in change || !found[0]) return without;
              return without.add(transaction.doc, [lineAt(found[0].from, change.instead)]);
            },
          },
          props: {
            decorations: (state) => key.getState(state),
            handleDrop: (view, event, _slice, moved) => {
              const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
              if (moved || !at) return false;
              return takeFiles(editor, event.dataTransfer, at.pos, hooks);
            },
            handlePaste: (view, event) => {
              const html = event.clipboardData?.getData("text/html") ?? "";
              // A word processor puts a picture of the words beside the words.
              if (html.length > 0 && !isPictureAlone(html)) return false;
              return takeFiles(editor, event.clipboardData, view.state.selection.to, hooks);
            },
          },
        }),
      ];
    },
  });
}

function lineAt(pos: number, { id, draw }: Line): Decoration {
  return Decoration.widget(pos, draw, { id, side: 1, stopEvent: () => true, ignoreSelection: true });
}

function takeFiles(editor: Editor, data: DataTransfer | null, pos: number, hooks: UploadHooks): boolean {
  const files = [...(data?.files ?? [])];
  if (files.length === 0 || !editor.isEditable) return false;
  attachFiles(editor, files, pos, hooks);
  return true;
}

/** Stores files one after the other, so that they stand as they were chosen. */
export function attachFiles({ view }: Editor, files: readonly File[], pos: number, hooks: UploadHooks): void {
  const { words } = hooks;
  const place = belowTitle(view.state, pos);
  const { blocks, images } = amountsIn(view.state.doc);
  const { whole } = documentLimits;
  const room = Math.max(0, Math.min(whole.blocks - blocks, whole.images - images));
  const coming = files.slice(0, Math.min(atOnce, room));
  hush(view);
  if (room < Math.min(files.length, atOnce)) sayBeside(view, [words.full()], place);
  else if (files.length > atOnce) sayBeside(view, [words.tooMany(atOnce, files.length)], place);
  const waiting = coming.map((file) => begun(view, file, place, hooks));
  void waiting.reduce((before, bring) => before.then(bring), Promise.resolve());
}

/** Nothing but words stands in the title. */
function belowTitle({ doc }: EditorState, pos: number): number {
  const title = Math.min(doc.firstChild?.nodeSize ?? 0, doc.content.size);
  return belowLine(doc.resolve(Math.max(Math.min(pos, doc.content.size), title)));
}

/** Says that a file is on its way; what it returns brings it. */
function begun(view: EditorView, file: File, pos: number, hooks: UploadHooks): () => Promise<void> {
  const { upload, words } = hooks;
  const id = Symbol(file.name);
  const tell = (change: Change) => {
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, change).setMeta("addToHistory", false));
  };
  const waits: Line = { id, draw: () => waitingLine(words.uploading(file.name)) };
  const bring = async () => {
    try {
      const stored = await upload(file);
      const [place] = view.isDestroyed
        ? []
        : (key.getState(view.state)?.find(undefined, undefined, (spec) => spec.id === id) ?? []);
      if (place) put(view, place.from, file, stored);
      tell({ end: id });
    } catch (error) {
      const text = await words.failed(file.name, error);
      // What was pressed is gone then, and the keys go back to the words.
      const press = (change: Change) => () => {
        tell(change);
        view.focus();
        if (!("end" in change)) void bring();
      };
      const deeds = { again: press({ instead: waits }), close: press({ end: id }) };
      tell({ instead: { id, draw: () => failedLine(text, words, deeds) } });
    }
  };
  tell({ begin: waits, pos });
  return bring;
}

/** What the server could measure is a picture. An empty line makes room for it. */
function put(view: EditorView, at: number, file: File, { fileId, name, width, height }: UploadedFile): void {
  const { tr, schema } = view.state;
  const node =
    width && height
      ? schema.nodes.image?.create({ fileId, name, alt: "", width, height })
      : schema.nodes.file?.create({ fileId, name, size: file.size });
  if (!node) return;
  const place = insertPoint(tr.doc, at, node.type) ?? tr.doc.content.size;
  const before = tr.doc.resolve(place).nodeBefore;
  tr.insert(place, node);
  if (before?.type.name === "paragraph" && before.content.size === 0) tr.delete(place - before.nodeSize, place);
  view.dispatch(tr);
}

function waitingLine(text: string): HTMLElement {
  const line = element("div", "upload-waiting", text);
  line.contentEditable = "false";
  line.setAttribute("role", "status");
  return line;
}

function failedLine(
  text: string,
  words: UploadHooks["words"],
  deeds: { readonly again: () => void; readonly close: () => void },
): HTMLElement {
  const again = element("button", "said-again", words.again());
  const close = element("button", "said-close", "×");
  again.type = "button";
  close.type = "button";
  close.setAttribute("aria-label", words.close());
  again.addEventListener("click", deeds.again);
  close.addEventListener("click", deeds.close);
  return noteOf([text], again, close);
}

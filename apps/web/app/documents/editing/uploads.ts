import { type Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { UploadedFile } from "../document-props.ts";

type Change =
  | { readonly begin: { readonly id: symbol; readonly pos: number; readonly name: string } }
  | { readonly end: symbol };

const key = new PluginKey<DecorationSet>("uploads");
const atOnce = 20;

export interface UploadHooks {
  readonly upload: (file: File) => Promise<UploadedFile>;
  readonly uploading: (name: string) => string;
  readonly onFailed: (name: string) => void;
  readonly onTooMany: (kept: number, of: number) => void;
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
              if ("end" in change)
                return waiting.remove(waiting.find(undefined, undefined, ({ id }) => id === change.end));
              const { id, pos, name } = change.begin;
              return waiting.add(transaction.doc, [
                Decoration.widget(pos, () => line(hooks.uploading(name)), { id, side: 1 }),
              ]);
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
              if (html.length > 0 && !/^\s*(?:<meta[^>]*>)?\s*<img[^>]*>\s*$/i.test(html)) return false;
              return takeFiles(editor, event.clipboardData, view.state.selection.to, hooks);
            },
          },
        }),
      ];
    },
  });
}

function takeFiles(editor: Editor, data: DataTransfer | null, pos: number, hooks: UploadHooks): boolean {
  const files = [...(data?.files ?? [])];
  if (files.length === 0 || !editor.isEditable) return false;
  attachFiles(editor, files, pos, hooks);
  return true;
}

export function attachFiles(editor: Editor, files: readonly File[], pos: number, hooks: UploadHooks): void {
  if (files.length > atOnce) hooks.onTooMany(atOnce, files.length);
  for (const file of files.slice(0, atOnce)) void attach(editor.view, file, belowTitle(editor, pos), hooks);
}

/** Nothing but words stands in the title. */
function belowTitle({ state }: Editor, pos: number): number {
  const title = state.doc.firstChild?.nodeSize ?? 0;
  return Math.max(Math.min(pos, state.doc.content.size), Math.min(title, state.doc.content.size));
}

async function attach(view: EditorView, file: File, pos: number, { upload, onFailed }: UploadHooks): Promise<void> {
  const id = Symbol(file.name);
  const tell = (change: Change) => {
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, change));
  };
  tell({ begin: { id, pos, name: file.name } });
  try {
    const stored = await upload(file);
    if (view.isDestroyed) return;
    const [place] = key.getState(view.state)?.find(undefined, undefined, (spec) => spec.id === id) ?? [];
    const node = nodeOf(view, file, stored);
    if (place && node) put(view, place.from, node);
  } catch {
    onFailed(file.name);
  } finally {
    tell({ end: id });
  }
}

function nodeOf({ state: { schema } }: EditorView, file: File, { fileId, name, width, height }: UploadedFile) {
  if (!/^image\/(?:png|jpeg|gif|webp|avif)$/.test(file.type))
    return schema.nodes.file?.create({ fileId, name, size: file.size });
  return schema.nodes.image?.create({ fileId, name, alt: "", width: width ?? null, height: height ?? null });
}

/** Between blocks: an empty paragraph makes room, any other stays whole. */
function put(view: EditorView, at: number, node: NonNullable<ReturnType<typeof nodeOf>>): void {
  const { tr } = view.state;
  const $at = tr.doc.resolve(at);
  const inText = $at.parent.isTextblock;
  if (inText && $at.parent.content.size === 0 && $at.parent.type.name === "paragraph")
    tr.replaceWith($at.before(), $at.after(), node);
  else tr.insert(inText ? $at.after() : at, node);
  view.dispatch(tr);
}

function line(text: string): HTMLElement {
  const waiting = document.createElement("span");
  waiting.className = "upload-waiting";
  waiting.setAttribute("role", "status");
  waiting.textContent = text;
  return waiting;
}

import {
  documentExtensions,
  documentSchema,
  findUnknownParts,
  giveTextToNew,
  guardAttributes,
  knowsWhatChanged,
  type UnknownParts,
} from "@guildhall/docs/client";
import { Editor, type Extensions } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import type { Node } from "@tiptap/pm/model";
import { type ProsemirrorBinding, ySyncPluginKey } from "@tiptap/y-tiptap";
import type { Transaction } from "yjs";
import type { EnteredRoom } from "../room/enter-room.ts";
import { KeptNodes } from "./kept-nodes.ts";
import { readBeforeMessages, readFirst } from "./read-first.ts";
import { smallRemoteChanges } from "./small-remote-changes.ts";

interface Opening {
  readonly room: EnteredRoom;
  readonly paper: HTMLElement;
  readonly options: Parameters<typeof documentExtensions>[0];
  readonly extensions: () => Extensions;
  readonly attributes: Record<string, string>;
  readonly mayEdit: () => boolean;
  /** Called with every editor that stands on the paper, and null when it is gone. */
  readonly onEditor: (editor: Editor | null) => void;
}

/**
 * Stands an editor on the paper, bound to the room. Should something come into the room that its schema has no name
 * for, another takes its place before the binding sees it.
 */
export function openEditor(opening: Opening): () => void {
  const { fragment, live } = opening.room;
  let unknown = findUnknownParts(fragment, documentSchema());
  let editor = stand(opening, unknown);
  const look = (transaction: Transaction) => {
    if (editor.isDestroyed || knowsWhatChanged(transaction, editor.schema)) return;
    unknown = findUnknownParts(fragment, documentSchema());
    editor.destroy();
    opening.onEditor(null);
    live.doc.once("afterAllTransactions", () => {
      editor = stand(opening, unknown);
    });
  };
  live.doc.on("beforeObserverCalls", look);
  const stopReading = readBeforeMessages(live.provider, () => editor);
  return () => {
    stopReading();
    live.doc.off("beforeObserverCalls", look);
    opening.onEditor(null);
    editor.destroy();
  };
}

function stand({ room, paper, options, extensions, attributes, mayEdit, onEditor }: Opening, unknown: UnknownParts) {
  const editor: Editor = new Editor({
    element: paper,
    extensions: [
      ...documentExtensions({ ...options, unknown }),
      ...extensions(),
      smallRemoteChanges,
      readFirst,
      Collaboration.configure({
        fragment: room.fragment,
        provider: room.live.provider,
        ySyncOptions: { mapping: new KeptNodes() },
      }),
    ],
    editable: mayEdit(),
    // Its few rules stand in document.css, so that no policy has to allow an injected style.
    injectCSS: false,
    editorProps: { attributes },
    onBeforeCreate: ({ editor: made }) => guardAttributes(made.schema),
  });
  // With a mapping of its own, the binding leaves the first drawing to whoever gave it.
  const binding: ProsemirrorBinding | undefined = ySyncPluginKey.getState(editor.state)?.binding;
  if (binding) {
    writeOnlyWhatIsOurs(binding, editor);
    bindEmptyLines(binding, editor);
    binding._forceRerender();
  }
  onEditor(editor);
  return editor;
}

/**
 * With everything that a view shows anew, be it somebody's caret, the binding writes its document into the room. What
 * others wrote is there already: only what was written here is written.
 */
function writeOnlyWhatIsOurs(binding: ProsemirrorBinding, editor: Editor): void {
  const write = binding._prosemirrorChanged.bind(binding);
  let known: Node | null = null;
  editor.on("transaction", ({ transaction }) => {
    if (transaction.getMeta(ySyncPluginKey)?.isChangeOrigin === true) known = editor.state.doc;
  });
  binding._prosemirrorChanged = (doc) => {
    if (doc === known) return;
    write(doc);
    known = doc;
  };
}

/** In the very transaction that made them, so that nobody hears of a line without a text to write in. */
function bindEmptyLines(binding: ProsemirrorBinding, { schema }: Editor): void {
  const write = binding._prosemirrorChanged.bind(binding);
  binding._prosemirrorChanged = (doc) =>
    binding.doc.transact((transaction) => {
      write(doc);
      giveTextToNew(transaction, schema);
    }, ySyncPluginKey);
}

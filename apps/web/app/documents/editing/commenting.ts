import { idOf } from "@guildhall/docs/schemas";
import type { LiveRoom } from "@guildhall/sync/client";
import { type Editor, Extension } from "@tiptap/core";
import { Fragment, type Mark, type Node, Slice } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { absolutePositionToRelativePosition, type ProsemirrorBinding, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { EditorHand, ThreadAnchors } from "../threads/thread-anchors.ts";

interface Hooks {
  readonly anchors: ThreadAnchors;
  readonly room: LiveRoom;
  /** Somebody would say something about the words they chose. */
  readonly onBegin: () => void;
  readonly onThread: (threadId: string, byKey: boolean) => void;
}

const key = new PluginKey<DecorationSet>("commenting");

/** Shows which words are spoken about, holds those that somebody is about to speak about, and takes them there by keys. */
export function commenting({ anchors, room, onBegin, onThread }: Hooks) {
  return Extension.create({
    name: "commenting",
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          key,
          state: {
            init: () => DecorationSet.empty,
            apply: (transaction, held) => {
              const now: DecorationSet | undefined = transaction.getMeta(key);
              return now ?? held.map(transaction.mapping, transaction.doc);
            },
          },
          view: () => {
            const hand = handOf(editor, room);
            anchors.hand = hand;
            const onKey = (event: KeyboardEvent) => {
              if (!isShortcut(event) || editor.isDestroyed) return;
              const { empty, $from } = editor.state.selection;
              const thread = empty ? threadAt($from.marks()) : null;
              if (empty && !thread) return;
              event.preventDefault();
              if (thread) onThread(thread, true);
              else onBegin();
            };
            document.addEventListener("keydown", onKey);
            return {
              destroy: () => {
                document.removeEventListener("keydown", onKey);
                if (anchors.hand === hand) anchors.hand = null;
              },
            };
          },
          props: {
            decorations: (state) => key.getState(state),
            markViews: { comment: (mark) => markView(mark, anchors) },
            // Words from another document bring no conversation along.
            transformPasted: (slice) => new Slice(ownThreads(slice.content, anchors), slice.openStart, slice.openEnd),
          },
        }),
      ];
    },
  });
}

/** Ctrl or ⌘ with Alt and M, by its place on the keyboard: Alt makes another letter of it. */
function isShortcut({ code, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  return code === "KeyM" && altKey && (ctrlKey || metaKey) && !isComposing;
}

function threadAt(marks: readonly Mark[]): string | null {
  return idOf(marks.findLast(({ type }) => type.name === "comment")?.attrs.threadId);
}

function markView({ attrs }: Mark, anchors: ThreadAnchors) {
  const dom = document.createElement("mark");
  const threadId = idOf(attrs.threadId);
  if (threadId) {
    dom.dataset.thread = threadId;
    anchors.add(threadId, dom);
  }
  return {
    dom,
    ignoreMutation: (mutation: { type: string; target: unknown }) =>
      mutation.type === "attributes" && mutation.target === dom,
    destroy: () => {
      if (threadId) anchors.remove(threadId, dom);
    },
  };
}

function ownThreads(content: Fragment, anchors: ThreadAnchors): Fragment {
  return Fragment.from(
    content.content.map((node) => {
      const marks = node.marks.filter(({ type, attrs }) => type.name !== "comment" || anchors.isKnown(attrs.threadId));
      return (node.isText ? node : node.copy(ownThreads(node.content, anchors))).mark(marks);
    }),
  );
}

function handOf(editor: Editor, room: LiveRoom): EditorHand {
  const hold = (decorations: DecorationSet) =>
    editor.view.dispatch(editor.state.tr.setMeta(key, decorations).setMeta("addToHistory", false));
  return {
    hold: () => {
      const { from, to, empty } = editor.state.selection;
      const quote = editor.state.doc.textBetween(from, to, " ").trim();
      if (empty || quote === "") return null;
      const held = Decoration.inline(
        from,
        to,
        { class: "about-to-comment" },
        { inclusiveStart: false, inclusiveEnd: false },
      );
      hold(DecorationSet.create(editor.state.doc, [held]));
      return quote;
    },
    drop: () => {
      if (!editor.isDestroyed) hold(DecorationSet.empty);
    },
    places: async () => {
      // What the house does not have yet, it could not mark.
      await Promise.race([room.whenSaved(), new Promise((done) => setTimeout(done, patience))]);
      return editor.isDestroyed ? null : placesOf(editor.state);
    },
    enter: (threadId) => {
      const at = positionOf(editor.state.doc, threadId);
      if (at === null) return;
      if (editor.isEditable)
        editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, at)));
      editor.view.focus();
    },
  };
}

const patience = 5_000;

function placesOf(state: EditorState): { from: string; to: string } | null {
  const found = key.getState(state)?.find() ?? [];
  const sync: { binding?: ProsemirrorBinding } | undefined = ySyncPluginKey.getState(state);
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last || !sync?.binding) return null;
  const { type, mapping } = sync.binding;
  const place = (at: number) =>
    base64url(Y.encodeRelativePosition(absolutePositionToRelativePosition(at, type, mapping)));
  return { from: place(first.from), to: place(last.to) };
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function positionOf(doc: Node, threadId: string): number | null {
  let found: number | null = null;
  doc.descendants((node, at) => {
    if (found === null && node.marks.some(({ type, attrs }) => type.name === "comment" && attrs.threadId === threadId))
      found = at + 1;
    return found === null;
  });
  return found;
}

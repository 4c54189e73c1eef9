import type { LiveRoom } from "@guildhall/sync/client";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { yCursorPlugin } from "@tiptap/y-tiptap";
import type { Writer } from "../document-props.ts";
import { isCursor } from "./is-cursor.ts";

interface Shown {
  readonly name?: unknown;
  readonly color?: unknown;
}

/** Where the others are: a thin line in their colour, and their name at the edge of the paper. */
export function carets(room: LiveRoom, me: Writer | null) {
  return CollaborationCaret.extend({
    addProseMirrorPlugins() {
      // Its own drawing believes whatever is said of a caret.
      const [names] = this.parent?.() ?? [];
      const drawing = yCursorPlugin(room.awareness, {
        awarenessStateFilter: (mine: number, client: number, state: { cursor?: unknown } | null) =>
          mine !== client && isCursor(state?.cursor),
        cursorBuilder: caretOf,
        selectionBuilder: (user: Shown) => ({
          nodeName: "span",
          class: "caret-words",
          style: `--whose: ${colorOf(user.color)}`,
        }),
      });
      return names ? [names, drawing] : [drawing];
    },
  }).configure({
    provider: room.provider,
    // What others see is what the server says of whoever is signed in.
    user: { name: me?.name ?? "", color: me?.color ?? "#5d5348" },
  });
}

function caretOf(user: Shown, client: number): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "caret";
  caret.dataset.client = String(client);
  caret.style.setProperty("--whose", colorOf(user.color));
  // Drawn and not written, so that it is read, copied and counted with nobody's words.
  caret.dataset.name = String(user.name ?? "");
  caret.setAttribute("aria-hidden", "true");
  return caret;
}

export function colorOf(color: unknown): string {
  return typeof color === "string" && /^#[0-9a-f]{6}$/i.test(color) ? color : "#5d5348";
}

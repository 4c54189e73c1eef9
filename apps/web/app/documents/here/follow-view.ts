import type { LiveRoom } from "@guildhall/sync/client";
import type { Editor } from "@tiptap/core";
import { hereOf } from "./others.ts";

interface Followed {
  readonly awareness: LiveRoom["awareness"];
  readonly editor: Editor;
  /** As `Here` has it. */
  readonly key: string;
  /** None of their pages is open any more. */
  readonly onLeft: () => void;
}

interface Moved {
  readonly added: readonly number[];
  readonly updated: readonly number[];
}

/** Keeps the place in sight where somebody is; what it returns ends that. */
export function followView({ awareness, editor, key, onLeft }: Followed): () => void {
  let asked = 0;
  /** Of their pages, the one in which they moved last. */
  let page: number | null = null;
  const look = () => {
    asked = 0;
    const pages = pagesOf(awareness, key);
    if (pages.length === 0) return onLeft();
    const [there] = pages.toSorted((one, other) => Number(other.client === page) - Number(one.client === page));
    // Where the server's word on who they are, and a place that is one, have drawn them.
    const caret =
      there && !editor.isDestroyed && editor.view.dom.querySelector(`.caret[data-client="${there.client}"]`);
    if (caret) bringIntoSight(caret);
  };
  // Once for each picture: a caret moves, and what stands above it too.
  const ask = () => {
    asked ||= requestAnimationFrame(look);
  };
  const onMove = ({ added, updated }: Moved) => {
    const theirs = new Set(pagesOf(awareness, key).flatMap(({ client, cursor }) => (cursor ? [client] : [])));
    page = [...added, ...updated].find((client) => theirs.has(client)) ?? page;
    ask();
  };
  awareness.on("change", onMove);
  // Carets are drawn a moment after they were told of.
  editor.on("transaction", ask);
  ask();
  return () => {
    cancelAnimationFrame(asked);
    awareness.off("change", onMove);
    editor.off("transaction", ask);
  };
}

function pagesOf(awareness: LiveRoom["awareness"], key: string) {
  return [...awareness.getStates()].flatMap(([client, state]) =>
    client !== awareness.clientID && hereOf(client, state)?.key === key ? [{ client, cursor: state.cursor }] : [],
  );
}

/** Into the middle of what is seen, unless it is near there. */
function bringIntoSight(caret: Element): void {
  const { top, bottom } = caret.getBoundingClientRect();
  if (top === 0 && bottom === 0) return; // folded away
  if (top >= innerHeight * 0.2 && bottom <= innerHeight * 0.7) return;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  caret.scrollIntoView({ block: "center", inline: "nearest", behavior: isStill ? "instant" : "smooth" });
}

const modifiers = new Set(["Shift", "Control", "Alt", "Meta", "CapsLock"]);

/** Calls `end` once one scrolls, presses or writes oneself, anywhere but `beside`. */
export function untilOwnHand(beside: () => HTMLElement | null, end: () => void): () => void {
  const controller = new AbortController();
  const onHand = (event: Event) => {
    if (event instanceof KeyboardEvent && modifiers.has(event.key)) return;
    if (event.target instanceof Node && beside()?.contains(event.target)) return;
    end();
  };
  for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"])
    addEventListener(kind, onHand, { capture: true, passive: true, signal: controller.signal });
  return () => controller.abort();
}

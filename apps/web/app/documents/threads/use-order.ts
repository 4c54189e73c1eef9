import type { Thread } from "@guildhall/docs/schemas";
import { useEffect, useState } from "react";
import type { ThreadAnchors } from "./thread-anchors.ts";

/** The threads that stand in the text, as it is read; `isLive` once an editor knows all of them. */
export function useOrder(anchors: ThreadAnchors) {
  const [seen, setSeen] = useState(() => look(anchors));
  useEffect(() => {
    const tell = () =>
      setSeen((before) => {
        const now = look(anchors);
        return JSON.stringify(now) === JSON.stringify(before) ? before : now;
      });
    tell();
    return anchors.subscribe(tell);
  }, [anchors]);
  return seen;
}

function look(anchors: ThreadAnchors) {
  return { order: anchors.order(), isLive: anchors.hand !== null };
}

/** Whether the words of a thread are gone: the page that has them open knows it before the house does. */
export function isLostHere(
  { id, quote, isLost }: Thread,
  { order, isLive }: ReturnType<typeof useOrder>,
  anchors: ThreadAnchors,
): boolean {
  if (!isLive || quote === null) return isLost;
  return !order.includes(id) && (isLost || anchors.wasHere(id));
}

/** First what is about all of it, then as the words stand, last what has lost its words. */
export function inReadingOrder(threads: readonly Thread[], order: readonly string[]): readonly Thread[] {
  const placeOf = ({ id, quote, isLost }: Thread) => {
    const at = order.indexOf(id);
    if (quote === null) return -1;
    return at >= 0 ? at : order.length + (isLost ? 1 : 0);
  };
  return threads.toSorted((one, other) => placeOf(one) - placeOf(other));
}

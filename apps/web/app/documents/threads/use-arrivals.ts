import { useEffect } from "react";
import type { ThreadAnchors } from "./thread-anchors.ts";

/**
 * The words that a link led to come into sight once they have come; those that somebody held to speak about are let go
 * once they are marked.
 */
export function useArrivals(anchors: ThreadAnchors, thread: string | null, begun: { current: string | null }): void {
  useEffect(() => {
    let wanted = thread;
    return anchors.subscribe(() => {
      const order = anchors.order();
      if (wanted && order.includes(wanted)) {
        anchors.reveal(wanted);
        wanted = null;
      }
      if (begun.current && order.includes(begun.current)) {
        begun.current = null;
        anchors.hand?.drop();
      }
    });
  }, [anchors, thread, begun]);
}

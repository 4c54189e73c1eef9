import { type RefObject, useEffect, useRef } from "react";
import { useBeforePaint } from "../before-paint.ts";
import type { Rows } from "./use-row-window.ts";
import type { Seen } from "./use-sight.ts";

type Following = {
  readonly rows: Rows;
  readonly seen: Seen;
  readonly held: number;
  readonly pane: RefObject<HTMLDivElement>;
  readonly question: string;
  readonly awake: boolean;
};

/** Rows from the edge of what is held at which more are fetched; farther above than this one begins anew. */
const near = 40;
const far = 600;

/** Fetches what one scrolls towards, and keeps in place what one sees when rows come in above. */
export function useFollowing({ rows, seen, held, pane, question, awake }: Following) {
  const { window, state, loadNext, loadPrevious, rewind } = rows;
  const { from, to, height } = seen;
  const { start } = window;
  useEffect(() => {
    if (!awake || state !== "rest" || held === 0) return;
    if (start > 0 && from < start - far) rewind();
    else if (from < start + near && (start > 0 || window.pages[0]?.previous)) loadPrevious();
    else if (to > start + held - near) loadNext();
  }, [awake, state, from, to, start, held, window, loadNext, loadPrevious, rewind]);

  // The row that was first is looked for again where it stands now.
  const anchor = useRef<{ readonly id: string | undefined; readonly place: number }>();
  const firstId = window.pages[0]?.rows[0]?.id;
  useBeforePaint(() => {
    const before = anchor.current;
    const rowsNow = window.pages.flatMap((page) => page.rows);
    anchor.current = { id: firstId, place: start };
    if (!before?.id || before.id === firstId || !pane.current) return;
    const index = rowsNow.findIndex(({ id }) => id === before.id);
    const shift = index < 0 ? 0 : index + start - before.place;
    if (shift !== 0) pane.current.scrollTop += shift * height;
  }, [firstId, start, window, height, pane]);

  const asked = useRef(question);
  useBeforePaint(() => {
    if (asked.current === question) return;
    asked.current = question;
    anchor.current = undefined;
    if (pane.current) pane.current.scrollTop = 0;
  }, [question, pane]);
}

import { useCallback, useEffect, useRef, useState } from "react";
import type { GridPage, GridRow } from "./column.ts";
import {
  append,
  type HeldPage,
  nextCursor,
  openWindow,
  patchRow,
  prepend,
  previousCursor,
  type RowWindow,
  renew,
} from "./row-window.ts";

export type LoadPage = (cursor: string | null, signal: AbortSignal) => Promise<GridPage>;
type Source = {
  /** The page that the server answered with. Read anew under the same question, the others held are read anew too. */
  readonly first: GridPage;
  readonly cursor: string | null;
  /** What is asked; another one begins at its own first page. */
  readonly question: string;
  readonly load: LoadPage;
};
type Held = { readonly question: string; readonly first: GridPage; readonly window: RowWindow };

export type Rows = {
  readonly window: RowWindow;
  readonly state: "rest" | "loading" | "failed";
  readonly loadNext: () => void;
  readonly loadPrevious: () => void;
  /** To the very first page, from however far. */
  readonly rewind: () => void;
  readonly patch: (id: string, work: (row: GridRow) => GridRow) => void;
};

/** The rows that are held of a grid, and how there come to be more. */
export function useRowWindow({ first, cursor, question, load }: Source): Rows {
  const [held, setHeld] = useState<Held>(() => ({ question, first, window: openWindow(first, cursor) }));
  const [state, setState] = useState<Rows["state"]>("rest");
  const under = useRef<AbortController>();
  const source = useRef(load);
  source.current = load;
  if (held.question !== question) setHeld({ question, first, window: openWindow(first, cursor) });
  const change = useCallback(
    (work: (window: RowWindow) => RowWindow) => setHeld((now) => ({ ...now, window: work(now.window) })),
    [],
  );
  // What is on its way belongs to the question that it was asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once for each question
  useEffect(() => {
    setState("rest");
    return () => {
      under.current?.abort();
      under.current = undefined;
    };
  }, [question]);
  useRenewal({ held, first, cursor, source, change, setHeld });

  const fetch = useCallback(
    (asked: string | null, join: (window: RowWindow, page: HeldPage) => RowWindow) => {
      if (under.current) return;
      const flight = new AbortController();
      under.current = flight;
      setState("loading");
      source.current(asked, flight.signal).then(
        (page) => {
          if (flight.signal.aborted) return;
          under.current = undefined;
          change((window) => join(window, { ...page, cursor: asked }));
          setState("rest");
        },
        () => {
          if (flight.signal.aborted) return;
          under.current = undefined;
          setState("failed");
        },
      );
    },
    [change],
  );
  const { window } = held;
  const [next, previous] = [nextCursor(window), previousCursor(window)];
  return {
    window,
    state,
    loadNext: useCallback(() => next !== null && fetch(next, append), [fetch, next]),
    loadPrevious: useCallback(() => previous !== null && fetch(previous, prepend), [fetch, previous]),
    rewind: useCallback(() => fetch(null, (_, page) => openWindow(page)), [fetch]),
    patch: useCallback((id, work) => change((now) => patchRow(now, id, work)), [change]),
  };
}

type Renewal = Pick<Source, "first" | "cursor"> & {
  readonly held: Held;
  readonly source: { readonly current: LoadPage };
  readonly change: (work: (window: RowWindow) => RowWindow) => void;
  readonly setHeld: (work: (now: Held) => Held) => void;
};

/** Something changed: the pages that are held are read again, one after another, each in its place. */
function useRenewal({ held, first, cursor, source, change, setHeld }: Renewal) {
  const latest = useRef(held);
  latest.current = held;
  useEffect(() => {
    const { window, first: known } = latest.current;
    if (known === first) return;
    setHeld((now) => ({ ...now, first, window: renew(now.window, { ...first, cursor }) }));
    const flight = new AbortController();
    const others = window.pages.map((page) => page.cursor).filter((each) => each !== cursor);
    void renewAll(others, source.current, flight.signal, (page) => change((now) => renew(now, page)));
    return () => flight.abort();
  }, [first, cursor, source, change, setHeld]);
}

async function renewAll(
  cursors: readonly (string | null)[],
  load: LoadPage,
  signal: AbortSignal,
  take: (page: HeldPage) => void,
): Promise<void> {
  try {
    for (const cursor of cursors) {
      const page = await load(cursor, signal);
      if (signal.aborted) return;
      take({ ...page, cursor });
    }
  } catch {
    // What is in sight stays; the next change reads it again.
  }
}

import { createContext, useContext, useEffect } from "react";

/** Hears the name of each fact and what it is about, and null when some may have been missed. */
export type Listener = (fact: string | null, subjectId?: string | null) => void;

interface Line {
  readonly listeners: Set<Listener>;
  /** Loads the page's data anew, once for all parts that ask. */
  reload(): void;
}

export const LiveLineContext = createContext<Line | null>(null);

/**
 * Loads the page's data anew when a fact of this kind happens in the hall, about one of these where they are named, and
 * after the line was cut.
 */
export function useLive(prefix: string, about?: readonly string[]): void {
  const line = useContext(LiveLineContext);
  const named = about?.join(" ");
  useEffect(() => {
    if (!line) return;
    const concerns = (subjectId: string | null | undefined) =>
      named === undefined || (subjectId ? named.split(" ").includes(subjectId) : true);
    const listen: Listener = (fact, subjectId) => {
      if (fact === null || (fact.startsWith(prefix) && concerns(subjectId))) line.reload();
    };
    line.listeners.add(listen);
    return () => {
      line.listeners.delete(listen);
    };
  }, [line, prefix, named]);
}

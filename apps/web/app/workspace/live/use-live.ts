import { createContext, useContext, useEffect } from "react";

/** Hears the name of each fact, and null when some may have been missed. */
export type Listener = (fact: string | null) => void;

interface Line {
  readonly listeners: Set<Listener>;
  /** Loads the page's data anew, once for all parts that ask. */
  reload(): void;
}

export const LiveLineContext = createContext<Line | null>(null);

/** Loads the page's data anew when a fact of this kind happens in the hall, and after the line was cut. */
export function useLive(prefix: string): void {
  const line = useContext(LiveLineContext);
  useEffect(() => {
    if (!line) return;
    const listen: Listener = (fact) => {
      if (fact === null || fact.startsWith(prefix)) line.reload();
    };
    line.listeners.add(listen);
    return () => {
      line.listeners.delete(listen);
    };
  }, [line, prefix]);
}

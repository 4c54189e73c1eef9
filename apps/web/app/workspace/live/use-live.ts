import { useRevalidator } from "@remix-run/react";
import { createContext, useContext, useEffect, useRef } from "react";

/** Hears the name of each fact, and null when some may have been missed. */
export type Listener = (fact: string | null) => void;

export const LiveLineContext = createContext<Set<Listener> | null>(null);

const calm = 250;

/** Loads the page's data anew when a fact of this kind happens in the hall, and after the line was cut. */
export function useLive(prefix: string): void {
  const listeners = useContext(LiveLineContext);
  const revalidator = useRevalidator();
  const revalidate = useRef(revalidator.revalidate);
  revalidate.current = revalidator.revalidate;

  useEffect(() => {
    if (!listeners) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen: Listener = (fact) => {
      if (fact !== null && !fact.startsWith(prefix)) return;
      clearTimeout(timer);
      timer = setTimeout(() => revalidate.current(), calm);
    };
    listeners.add(listen);
    return () => {
      clearTimeout(timer);
      listeners.delete(listen);
    };
  }, [listeners, prefix]);
}

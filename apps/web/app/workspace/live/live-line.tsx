import { useRevalidator } from "@remix-run/react";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { z } from "zod";
import { type Listener, LiveLineContext } from "./use-live.ts";

const notice = z.object({ fact: z.string(), subjectId: z.string() });

/**
 * The one line of events that a page of a hall keeps open, for all its parts to listen to. When the house hangs up
 * for good, because its reader is no longer let in, the page is loaded anew and says so.
 */
export function LiveLine({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  const listeners = useMemo(() => new Set<Listener>(), []);
  const { revalidate } = useRevalidator();
  const reload = useRef(revalidate);
  reload.current = revalidate;

  useEffect(() => {
    let opened = false;
    const tell = (fact: string | null) => {
      for (const listen of listeners) listen(fact);
    };
    const line = new EventSource(address);
    line.addEventListener("fact", (event) => tell(notice.parse(JSON.parse(event.data)).fact));
    line.addEventListener("again", () => tell(null));
    line.addEventListener("open", () => {
      if (opened) tell(null); // what happened while the line was down is unknown
      opened = true;
    });
    line.addEventListener("error", () => {
      if (line.readyState === EventSource.CLOSED) reload.current();
    });
    return () => line.close();
  }, [address, listeners]);

  return <LiveLineContext.Provider value={listeners}>{children}</LiveLineContext.Provider>;
}

import { type ReactNode, useEffect, useMemo } from "react";
import { useCalmReload } from "./use-calm-reload.ts";
import { type Listener, LiveLineContext } from "./use-live.ts";

/**
 * The one line of events that a page of a hall keeps open, for all its parts to listen to. When the house hangs up
 * for good, because its reader is no longer let in, the page is loaded anew and says so.
 */
export function LiveLine({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  const reload = useCalmReload();
  const live = useMemo(() => ({ listeners: new Set<Listener>(), reload }), [reload]);

  useEffect(() => {
    let opened = false;
    const tell = (fact: string | null, subjectId: string | null = null) => {
      for (const listen of live.listeners) listen(fact, subjectId);
    };
    const line = new EventSource(address);
    line.addEventListener("fact", (event) => tell(textIn(event.data, "fact"), textIn(event.data, "subjectId")));
    line.addEventListener("again", () => tell(null));
    line.addEventListener("open", () => {
      if (opened) tell(null); // what happened while the line was down is unknown
      opened = true;
    });
    line.addEventListener("error", () => {
      if (line.readyState === EventSource.CLOSED) live.reload();
    });
    return () => line.close();
  }, [address, live]);

  return <LiveLineContext.Provider value={live}>{children}</LiveLineContext.Provider>;
}

/** The fact's name or subject; null in a notice of another version, which may have meant anything. By hand, to keep zod out of the shell. */
function textIn(data: string, key: "fact" | "subjectId"): string | null {
  const notice: unknown = JSON.parse(data);
  const entry =
    typeof notice === "object" && notice !== null ? Object.entries(notice).find(([name]) => name === key) : null;
  const value: unknown = entry?.[1];
  return typeof value === "string" ? value : null;
}

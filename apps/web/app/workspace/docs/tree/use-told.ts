import { useContext, useEffect, useRef } from "react";
import { type Listener, LiveLineContext } from "../../live/use-live.ts";

const calm = 200;
/** Beyond so many at once, all that is open is asked for anew. */
const mostAtOnce = 12;
/** What changes no line of a tree. */
const quiet = new Set(["docs.document-edited", "docs.document-shared", "docs.space-shared"]);

/** Hears which documents others have put down, moved, named or taken away; null when it may have been any of them. */
export function useTold(hear: (ids: readonly string[] | null) => Promise<void>): void {
  const line = useContext(LiveLineContext);
  const heard = useRef(hear);
  heard.current = hear;
  useEffect(() => {
    if (!line) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let all = false;
    const ids = new Set<string>();
    const tellAll = () => {
      const told = all || ids.size > mostAtOnce ? null : [...ids];
      all = false;
      ids.clear();
      timer = undefined;
      void heard.current(told);
    };
    const listen: Listener = (fact, subjectId) => {
      if (fact !== null && (!fact.startsWith("docs.") || quiet.has(fact))) return;
      if (fact?.startsWith("docs.document-") && subjectId && fact !== "docs.document-access-changed")
        ids.add(subjectId);
      else all = true;
      timer ??= setTimeout(tellAll, calm);
    };
    line.listeners.add(listen);
    return () => {
      clearTimeout(timer);
      line.listeners.delete(listen);
    };
  }, [line]);
}

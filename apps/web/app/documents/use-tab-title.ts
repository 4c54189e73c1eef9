import { useCallback } from "react";
import { useWords } from "../shell/words.ts";
import { documentTitle } from "./document-title.ts";

/** Has the browser's tab say what stands in the title now, before the server has heard of it. */
export function useTabTitle(hall: string): (title: string) => void {
  const { t } = useWords();
  return useCallback(
    (title: string) => {
      document.title = `${documentTitle(t, { title: title.trim() })} · ${hall}`;
    },
    [t, hall],
  );
}

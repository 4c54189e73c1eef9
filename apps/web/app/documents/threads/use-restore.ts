import { m } from "@guildhall/i18n/messages";
import { toast } from "@guildhall/ui";
import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useWords } from "../../shell/words.ts";

/** Takes a comment back, says so, and brings it back where that is thought better of; from above what it takes away. */
export function useRestore(address: string, onBack: () => void): (commentId: string) => void {
  const { t } = useWords();
  const { submit, state, data } = useFetcher<{ readonly done?: boolean }>();
  const tell = useRef(onBack);
  tell.current = onBack;
  useEffect(() => {
    if (state === "idle" && data?.done) tell.current();
  }, [state, data]);
  const post = (act: string) => submit({ act, beside: "yes" }, { method: "post", action: address });
  return (commentId) => {
    post(`remove ${commentId}`);
    toast({ text: t(m.comments_removed), undo: () => post(`restore ${commentId}`) });
  };
}

import { m } from "@guildhall/i18n/messages";
import { toast } from "@guildhall/ui";
import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useWords } from "../../shell/words.ts";

/** Says that a comment was taken back, and brings it back; from above what it may take away. */
export function useRestore(address: string, onBack: () => void): (commentId: string) => void {
  const { t } = useWords();
  const { submit, state, data } = useFetcher<{ readonly done?: boolean }>();
  const tell = useRef(onBack);
  tell.current = onBack;
  useEffect(() => {
    if (state === "idle" && data?.done) tell.current();
  }, [state, data]);
  return (commentId) =>
    toast({
      text: t(m.comments_removed),
      undo: () => submit({ act: `restore ${commentId}`, beside: "yes" }, { method: "post", action: address }),
    });
}

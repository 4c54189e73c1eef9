import type { Conversation } from "@guildhall/docs/schemas";
import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";

interface Loaded {
  readonly conversation: Conversation;
}

/** What is said about a document, as it stood when the page was made, and anew whenever `reload` is called. */
export function useConversation(address: string | null, first: Conversation | null) {
  const { load, data, state } = useFetcher<Loaded>();
  const again = useRef(false);
  const now = useRef({ load, state });
  now.current = { load, state };
  const reload = useCallback(() => {
    if (!address) return;
    // What is on its way may have been read before it was said.
    if (now.current.state !== "idle") again.current = true;
    else now.current.load(address);
  }, [address]);
  useEffect(() => {
    if (state !== "idle" || !again.current) return;
    again.current = false;
    reload();
  }, [state, reload]);
  return { conversation: data?.conversation ?? first, reload };
}

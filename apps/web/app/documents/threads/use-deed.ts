import type { SubmissionResult } from "@conform-to/react";
import { useFetcher } from "@remix-run/react";
import { useEffect, useId, useRef } from "react";
import { useTalk } from "./talk-place.ts";

interface Answer {
  readonly result?: SubmissionResult<string[]>;
  readonly done?: boolean;
  readonly threadId?: string | null;
}

/** A form about what is said: sent beside the page and taken note of there, or the page's own. */
export function useDeed(onDone?: (threadId: string | null) => void) {
  const id = useId();
  const { address, beside, onDone: onTold } = useTalk();
  const fetcher = useFetcher<Answer>();
  const tell = useRef({ onDone, onTold });
  tell.current = { onDone, onTold };
  const { data, state } = fetcher;
  useEffect(() => {
    if (state !== "idle" || !data?.done) return;
    tell.current.onDone?.(data.threadId ?? null);
    tell.current.onTold(data.threadId ?? null);
  }, [data, state]);
  return {
    fetcher,
    address,
    isSending: state !== "idle",
    beside: beside ? { id, answer: data, state } : undefined,
  };
}

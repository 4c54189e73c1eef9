import type { Conversation } from "@guildhall/docs/schemas";
import { useEffect, useRef, useState } from "react";
import type { ThreadAnchors } from "./thread-anchors.ts";
import type { Draft } from "./thread-panel.tsx";

/** What is open beside a document; null while nothing is. */
interface Open {
  readonly now: string | null;
  /** Another number with each time that keys led there, so that they go on there; 0 for a pointer. */
  readonly keys: number;
  readonly draft: Draft | null;
}

/** What of the conversation is looked at, what is about to be said, and what leads there and back. */
export function useTalkState(anchors: ThreadAnchors, conversation: Conversation | null, thread: string | null) {
  const [open, setOpen] = useState<Open | null>(null);
  const begun = useRef<string | null>(null);
  const typed = useRef("");
  const keys = useRef(0);
  const mayHear = conversation !== null;
  useEffect(() => {
    if (thread && mayHear) setOpen({ now: thread, keys: 0, draft: null });
  }, [thread, mayHear]);
  const ended = conversation?.threads.some(({ id, resolvedAt }) => id === open?.now && resolvedAt !== null) ?? false;
  const wasEnded = useRef({ now: open?.now, ended });
  useEffect(() => {
    // What somebody resolves while it is looked at is looked at no more; what was resolved before may be.
    const before = wasEnded.current;
    wasEnded.current = { now: open?.now, ended };
    if (ended && before.now === open?.now && !before.ended) setOpen((now) => now && { ...now, now: null, keys: 0 });
  }, [ended, open?.now]);

  const byKeys = () => {
    keys.current += 1;
    return keys.current;
  };
  const show = (now: string | null, isByKey: boolean) =>
    setOpen((before) => ({ now, keys: isByKey ? byKeys() : 0, draft: before?.draft ?? null }));
  const close = () => {
    anchors.hand?.drop();
    setOpen(null);
    // Back to where one was: to the words, or to what opened it.
    if (open?.now) anchors.hand?.enter(open.now);
    else document.querySelector<HTMLElement>("[data-talk-button] button")?.focus();
  };
  return {
    open,
    /** The thread whose words are being marked. */
    begun,
    /** What was typed and not sent. */
    typed,
    toggle: () => (open ? close() : show(null, true)),
    close,
    onThread: (threadId: string, isByKey = false) => {
      const known = conversation?.threads.find(({ id }) => id === threadId);
      if (!known || (known.resolvedAt !== null && !open)) return;
      show(threadId, isByKey);
      if (isNarrow()) anchors.reveal(threadId);
    },
    onBegin: () => {
      const quote = anchors.hand?.hold() ?? null;
      if (quote !== null) setOpen({ now: null, keys: 0, draft: { quote } });
    },
    onNow: (now: string | null) => setOpen((before) => before && { ...before, now, keys: 0 }),
    onDraft: (draft: Draft | null) => {
      if (!draft) anchors.hand?.drop();
      setOpen((before) => before && { ...before, now: null, draft });
    },
    onBegun: (now: string | null) => {
      begun.current = now;
      // Held words are let go once they are marked; the whole document has none.
      if (open?.draft?.quote === null) anchors.hand?.drop();
      setOpen({ now, keys: byKeys(), draft: null });
    },
  };
}

/** Where the threads lie over the foot of the text. */
const isNarrow = () => matchMedia("(width < 80rem)").matches;

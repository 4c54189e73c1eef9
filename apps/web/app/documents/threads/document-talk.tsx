import type { Conversation } from "@guildhall/docs/schemas";
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from "react";
import type { DocumentTalk } from "../document-props.ts";
import { findPeopleAt } from "./find-people.ts";
import { TalkButton } from "./talk-button.tsx";
import { TalkProvider } from "./talk-place.ts";
import { ThreadAnchors } from "./thread-anchors.ts";
import type { Draft } from "./thread-panel.tsx";
import { useConversation } from "./use-conversation.ts";

/** What a page of a document says of where it is spoken about. */
export interface TalkGiven {
  readonly address: string;
  /** Where it is asked whom an at sign may mean. */
  readonly people: string;
  readonly zone: string;
  /** As it stood when the page was made; null for whoever may not hear it. */
  readonly conversation: Conversation | null;
  readonly guestName: string | null;
  /** The thread that a link led to. */
  readonly thread: string | null;
  readonly personHref: (personId: string) => string | undefined;
}

interface DocumentTalkProps {
  readonly given: TalkGiven;
  readonly children: (talk: DocumentTalk | undefined, button: ReactNode) => ReactNode;
}

/** A document, and beside it what is said about it. */
export function WithTalk({ given, children }: DocumentTalkProps) {
  const { address, people, thread, zone, guestName, personHref } = given;
  const mayHear = given.conversation !== null;
  const anchors = useMemo(() => new ThreadAnchors(), []);
  const { conversation, reload } = useConversation(mayHear ? address : null, given.conversation);
  const [open, setOpen] = useState<{ now: string | null; takesFocus: boolean; draft: Draft | null } | null>(null);
  const begun = useRef<string | null>(null);
  const typed = useRef("");
  const threads = conversation?.threads ?? [];
  const isOpen = open !== null;
  const now = open?.now ?? null;
  useEffect(() => {
    if (thread && mayHear) setOpen({ now: thread, takesFocus: false, draft: null });
  }, [thread, mayHear]);
  useEffect(() => {
    anchors.show({
      known: threads.map(({ id }) => id),
      open: threads.filter(({ resolvedAt }) => resolvedAt === null).map(({ id }) => id),
      now: isOpen ? now : null,
    });
  }, [anchors, threads, isOpen, now]);
  useArrivals(anchors, thread, begun);
  if (!conversation) return <>{children(undefined, null)}</>;

  const drop = () => anchors.hand?.drop();
  const show = (threadId: string | null, takesFocus: boolean) =>
    setOpen((before) => ({ now: threadId, takesFocus, draft: before?.draft ?? null }));
  const close = () => {
    drop();
    setOpen(null);
    // Back to where one was: to the words, or to what opened it.
    if (now) anchors.hand?.enter(now);
    else document.querySelector<HTMLElement>("[data-talk-button] button")?.focus();
  };
  const talk: DocumentTalk = {
    anchors,
    onThread: (threadId, byKey = false) => {
      if (!threads.some(({ id, resolvedAt }) => id === threadId && (resolvedAt === null || isOpen))) return;
      show(threadId, byKey);
      if (isNarrow()) anchors.reveal(threadId);
    },
    onBegin: () => {
      const quote = anchors.hand?.hold() ?? null;
      if (quote !== null) setOpen({ now: null, takesFocus: false, draft: { quote } });
    },
    onTold: reload,
  };
  const place = {
    address,
    zone,
    guestName,
    asGuest: conversation.asGuest,
    mayReact: !conversation.asGuest,
    mentions: findPeopleAt(people),
    personHref,
    beside: true,
    onDone: reload,
  };
  const button = (
    <TalkButton
      conversation={conversation}
      href={address}
      isOpen={isOpen}
      onPress={() => (isOpen ? close() : show(null, true))}
    />
  );
  return (
    <div className="document-talk" data-talking={isOpen || undefined}>
      <div className="min-w-0">{children(talk, button)}</div>
      {open && (
        <TalkProvider value={place}>
          <Suspense fallback={<aside className="talk-panel" />}>
            <ThreadPanel
              conversation={conversation}
              anchors={anchors}
              now={now}
              takesFocus={open.takesFocus}
              draft={open.draft}
              typed={typed}
              onNow={(threadId) => setOpen({ ...open, now: threadId, takesFocus: false })}
              onDraft={(draft) => {
                if (!draft) drop();
                setOpen({ ...open, draft });
              }}
              onBegun={(threadId) => {
                begun.current = threadId;
                if (open.draft?.quote === null) drop();
                setOpen({ now: threadId, takesFocus: true, draft: null });
              }}
              onClose={close}
            />
          </Suspense>
        </TalkProvider>
      )}
    </div>
  );
}

/** Where the threads lie over the foot of the text. */
const isNarrow = () => matchMedia("(width < 80rem)").matches;

const ThreadPanel = lazy(() => import("./thread-panel.tsx"));

/** The words that a link led to come into sight once they have come; those that were held are let go once they are marked. */
function useArrivals(anchors: ThreadAnchors, thread: string | null, begun: { current: string | null }): void {
  useEffect(() => {
    let wanted = thread;
    return anchors.subscribe(() => {
      const order = anchors.order();
      if (wanted && order.includes(wanted)) {
        anchors.reveal(wanted);
        wanted = null;
      }
      if (begun.current && order.includes(begun.current)) {
        begun.current = null;
        anchors.hand?.drop();
      }
    });
  }, [anchors, thread, begun]);
}

import type { Conversation } from "@guildhall/docs/schemas";
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from "react";
import type { DocumentTalk } from "../document-props.ts";
import { findPeopleAt } from "./find-people.ts";
import { TalkButton } from "./talk-button.tsx";
import { type TalkPlace, TalkProvider } from "./talk-place.ts";
import { ThreadAnchors } from "./thread-anchors.ts";
import { useArrivals } from "./use-arrivals.ts";
import { useConversation } from "./use-conversation.ts";
import { useRestore } from "./use-restore.ts";
import { useTalkState } from "./use-talk-state.ts";

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

interface WithTalkProps {
  readonly given: TalkGiven;
  readonly children: (talk: DocumentTalk | undefined, button: ReactNode) => ReactNode;
}

/** A document, and beside it what is said about it. */
export function WithTalk({ given, children }: WithTalkProps) {
  const { address, thread } = given;
  const anchors = useMemo(() => new ThreadAnchors(), []);
  const { conversation, reload } = useConversation(given.conversation ? address : null, given.conversation);
  const state = useTalkState(anchors, conversation, thread);
  const { open } = state;
  useEffect(() => {
    const threads = conversation?.threads ?? [];
    anchors.show({
      known: threads.map(({ id }) => id),
      open: threads.filter(({ resolvedAt }) => resolvedAt === null).map(({ id }) => id),
      now: open?.now ?? null,
    });
  }, [anchors, conversation, open?.now]);
  useArrivals(anchors, thread, state.begun);
  const onRemoved = useRestore(address, reload);
  if (!conversation) return <>{children(undefined, null)}</>;

  const { onThread, onBegin } = state;
  const button = (
    <TalkButton conversation={conversation} href={address} isOpen={open !== null} onPress={state.toggle} />
  );
  return (
    <div className="document-talk" data-talking={open !== null || undefined}>
      <div className="min-w-0">{children({ anchors, onThread, onBegin, onTold: reload }, button)}</div>
      {open && (
        <TalkProvider value={placeOf(given, conversation, { onDone: reload, onRemoved })}>
          <Suspense fallback={<aside className="talk-panel" />}>
            <ThreadPanel
              conversation={conversation}
              anchors={anchors}
              {...open}
              typed={state.typed}
              onNow={state.onNow}
              onDraft={state.onDraft}
              onBegun={state.onBegun}
              onClose={state.close}
            />
          </Suspense>
        </TalkProvider>
      )}
    </div>
  );
}

const ThreadPanel = lazy(() => import("./thread-panel.tsx"));

function placeOf(
  { people, address, zone, guestName, personHref }: TalkGiven,
  { asGuest }: Conversation,
  hears: Pick<TalkPlace, "onDone" | "onRemoved">,
): TalkPlace {
  const mentions = findPeopleAt(people);
  return { address, zone, guestName, personHref, asGuest, mayReact: !asGuest, mentions, beside: true, ...hears };
}

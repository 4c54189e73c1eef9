import type { Conversation, Thread } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button } from "@guildhall/ui";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useWords } from "../../shell/words.ts";
import { SayForm } from "./say-form.tsx";
import type { ThreadAnchors } from "./thread-anchors.ts";
import { ThreadCard } from "./thread-card.tsx";
import { inReadingOrder, isLostHere, useOrder } from "./use-order.ts";

/** What somebody is about to say something about: some words, or the whole document. */
export interface Draft {
  readonly quote: string | null;
}

interface ThreadPanelProps {
  readonly conversation: Conversation;
  readonly anchors: ThreadAnchors;
  readonly now: string | null;
  /** Another number with each time that keys led there, so that they go on there; 0 for a pointer. */
  readonly keys: number;
  readonly draft: Draft | null;
  readonly typed: { current: string };
  readonly onNow: (threadId: string | null) => void;
  readonly onDraft: (draft: Draft | null) => void;
  readonly onBegun: (threadId: string | null) => void;
  readonly onClose: () => void;
}

/** What is said about a document, beside it: threads in the order of their words. */
export default function ThreadPanel({ conversation, anchors, draft, typed, onDraft, ...props }: ThreadPanelProps) {
  const { t } = useWords();
  const { now, keys, onNow, onBegun, onClose } = props;
  const panel = useRef<HTMLElement>(null);
  const standing = useOrder(anchors);
  const [shows, setShows] = useState<"open" | "resolved">(() => (isResolved(conversation, now) ? "resolved" : "open"));
  const latest = useRef(conversation);
  latest.current = conversation;
  useEffect(() => {
    if (now) setShows(isResolved(latest.current, now) ? "resolved" : "open");
  }, [now]);
  const threads = inReadingOrder(conversation.threads, standing.order).filter(
    ({ resolvedAt }) => (resolvedAt !== null) === (shows === "resolved"),
  );
  const isThere = threads.some(({ id }) => id === now);
  useShown(panel, { now, keys, isThere });
  const go = (threadId: string) => {
    onNow(threadId);
    if (anchors.reveal(threadId)) anchors.hand?.enter(threadId);
  };
  return (
    <aside
      ref={panel}
      aria-label={t(m.comments_title)}
      tabIndex={-1}
      data-print="no"
      onKeyDown={(event) => walk(event, panel.current, { go, onClose })}
      className="talk-panel focus-holder"
    >
      <header className="talk-head">
        <h2 className="min-w-0 flex-1 font-title text-title-s font-semibold">{t(m.comments_title)}</h2>
        <Button
          size="s"
          look="quiet"
          icon="plus"
          label={t(m.comments_begin_whole)}
          onPress={() => onDraft({ quote: null })}
        />
        <Button size="s" look="quiet" icon="close" label={t(m.comments_close)} onPress={onClose} />
        <Filter shows={shows} conversation={conversation} onShow={setShows} />
      </header>
      {draft && (
        <DraftCard draft={draft} typed={typed} anchors={anchors} onBegun={onBegun} onCancel={() => onDraft(null)} />
      )}
      {threads.map((thread) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the words themselves are a button; a press beside them is a shorter way
        // biome-ignore lint/a11y/useKeyWithClickEvents: the same
        <div key={thread.id} onClick={() => onNow(thread.id)}>
          <ThreadCard
            thread={{ ...thread, isLost: isLostHere(thread, standing, anchors) }}
            isNow={thread.id === now}
            onGo={() => go(thread.id)}
          />
        </div>
      ))}
      {threads.length === 0 && !draft && (
        <p className="px-s1 py-s4 text-s text-ink-2">
          {t(shows === "open" ? m.comments_none_open : m.comments_none_resolved)}
        </p>
      )}
    </aside>
  );
}

type FilterProps = {
  readonly shows: "open" | "resolved";
  readonly conversation: Conversation;
  readonly onShow: (shows: "open" | "resolved") => void;
};

function Filter({ shows, conversation: { threads }, onShow }: FilterProps) {
  const { t } = useWords();
  const resolved = threads.filter(({ resolvedAt }) => resolvedAt !== null).length;
  const choices = [
    { key: "open", label: t(m.comments_open, { count: threads.length - resolved }) },
    { key: "resolved", label: t(m.comments_resolved, { count: resolved }) },
  ] as const;
  return (
    <fieldset aria-label={t(m.comments_show)} className="flex w-full gap-s1">
      {choices.map(({ key, label }) => (
        <button
          key={key}
          type="button"
          aria-pressed={shows === key}
          onClick={() => onShow(key)}
          className="inline-flex h-control-s items-center rounded-r2 px-s2 text-s text-ink-2 hover:bg-sunk aria-pressed:bg-sunk aria-pressed:font-semibold aria-pressed:text-ink"
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}

/** Words that are not there any more are nowhere: whoever sends says which instead. */
const gone = { from: "gone", to: "gone" };

type DraftCardProps = {
  /** What was typed, kept while the panel is closed. */
  readonly typed: { current: string };
  readonly draft: Draft;
  readonly anchors: ThreadAnchors;
  readonly onBegun: (threadId: string | null) => void;
  readonly onCancel: () => void;
};

function DraftCard({ draft: { quote }, typed, anchors, onBegun, onCancel }: DraftCardProps) {
  const { t } = useWords();
  return (
    <section aria-label={t(m.comments_new)} data-now className="talk-thread">
      {quote === null ? (
        <p className="text-s text-ink-2">{t(m.comments_whole)}</p>
      ) : (
        <blockquote className="talk-quote">{quote}</blockquote>
      )}
      <SayForm
        act="begin"
        label={t(m.comments_field)}
        send={t(m.comments_send)}
        autoFocus
        startsWith={typed.current}
        onChange={(json) => {
          typed.current = json;
        }}
        also={async () => (quote === null ? {} : ((await anchors.hand?.places()) ?? gone))}
        onDone={(threadId) => {
          typed.current = "";
          onBegun(threadId);
        }}
        onCancel={onCancel}
      />
    </section>
  );
}

const isResolved = ({ threads }: Conversation, threadId: string | null) =>
  threads.some(({ id, resolvedAt }: Thread) => id === threadId && resolvedAt !== null);

interface Shown extends Pick<ThreadPanelProps, "now" | "keys"> {
  /** It may still be on its way. */
  readonly isThere: boolean;
}

/** What is looked at is in sight; come to by keys, they go on there. */
function useShown(panel: { readonly current: HTMLElement | null }, { now, keys, isThere }: Shown): void {
  useEffect(() => {
    const card = now && isThere ? document.getElementById(`thread-${now}`) : null;
    card?.scrollIntoView({ block: "nearest" });
    if (keys === 0) return;
    if (card) card.focus({ preventScroll: true });
    else if (!now) panel.current?.focus({ preventScroll: true });
  }, [now, isThere, keys, panel]);
}

interface Ways {
  readonly go: (threadId: string) => void;
  readonly onClose: () => void;
}

/** Arrows go from thread to thread, Enter to its words, Esc out. */
function walk(event: KeyboardEvent, panel: HTMLElement | null, { go, onClose }: Ways): void {
  if (event.defaultPrevented || event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return;
  const cards = [...(panel?.querySelectorAll<HTMLElement>("article") ?? [])];
  const at = cards.indexOf(event.target);
  if (event.key === "Escape") {
    event.preventDefault();
    onClose();
  } else if (event.key === "Enter" && at >= 0) {
    event.preventDefault();
    go(event.target.id.replace(/^thread-/, ""));
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && (at >= 0 || event.target === panel)) {
    event.preventDefault();
    cards[event.key === "ArrowDown" ? at + 1 : Math.max(0, at - 1)]?.focus();
  }
}

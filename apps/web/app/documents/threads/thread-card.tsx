import type { Thread } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { CommentRow } from "./comment-row.tsx";
import { Foldable } from "./foldable.tsx";
import { SayForm } from "./say-form.tsx";
import { SmallDeed } from "./small-deed.tsx";

interface ThreadCardProps {
  readonly thread: Thread;
  readonly isNow?: boolean;
  /** Leads to its words, where they stand on this page. */
  readonly onGo?: (() => void) | undefined;
}

/** A conversation: the words it is about, what was said, and where to answer. */
export function ThreadCard({ thread, isNow = false, onGo }: ThreadCardProps) {
  const { t } = useWords();
  const { id, quote, isLost, resolvedAt, resolvedBy, mayResolve, comments } = thread;
  return (
    <article
      id={`thread-${id}`}
      aria-label={quote ?? t(m.comments_whole)}
      tabIndex={-1}
      data-now={isNow || undefined}
      className="talk-thread"
    >
      <header className="flex items-start gap-s2">
        <div className="min-w-0 flex-1">
          <Words quote={quote} isLost={isLost} onGo={onGo} />
        </div>
        {mayResolve && (
          <SmallDeed act={`resolve ${id}`} values={{ resolved: resolvedAt ? "no" : "yes" }}>
            <Button
              type="submit"
              size="s"
              look="quiet"
              icon={resolvedAt ? "undo" : "check"}
              label={t(resolvedAt ? m.comments_reopen : m.comments_resolve)}
            />
          </SmallDeed>
        )}
      </header>
      {resolvedAt && (
        <p className="text-s text-jade">
          {resolvedBy ? t(m.comments_resolved_by, { name: resolvedBy }) : t(m.comments_resolved_one)}
        </p>
      )}
      <ul className="grid gap-s4">
        {comments.map((comment) => (
          <CommentRow key={comment.id} comment={comment} />
        ))}
      </ul>
      <Foldable act={`reply ${id}`} label={t(m.comments_reply)} icon="talk">
        {(close) => (
          <SayForm
            act={`reply ${id}`}
            label={t(m.comments_reply_field)}
            send={t(m.comments_reply)}
            autoFocus
            onDone={close}
            onCancel={close}
          />
        )}
      </Foldable>
    </article>
  );
}

function Words({ quote, isLost, onGo }: Pick<Thread, "quote" | "isLost"> & Pick<ThreadCardProps, "onGo">) {
  const { t } = useWords();
  if (quote === null) return <p className="text-s text-ink-2">{t(m.comments_whole)}</p>;
  if (isLost || !onGo)
    return (
      <div className="grid gap-s1">
        <blockquote className={`talk-quote ${isLost ? "line-through" : ""}`}>{quote}</blockquote>
        {isLost && <p className="text-xs text-ink-3">{t(m.comments_lost)}</p>}
      </div>
    );
  return (
    <button type="button" onClick={onGo} title={t(m.comments_go)} className="talk-quote talk-quote-press">
      <span className="sr-only">{t(m.comments_go)}: </span>
      {quote}
    </button>
  );
}

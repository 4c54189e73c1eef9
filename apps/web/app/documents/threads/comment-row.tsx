import type { Comment } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Avatar, Button, Time, useAwake } from "@guildhall/ui";
import { RichTextView } from "@guildhall/ui/rich-text";
import { useState } from "react";
import { useWords, type Words } from "../../shell/words.ts";
import { Foldable } from "./foldable.tsx";
import { Reactions } from "./reactions.tsx";
import { SayForm } from "./say-form.tsx";
import { SmallDeed } from "./small-deed.tsx";
import { useTalk } from "./talk-place.ts";

/** What somebody said: who, when, in which words, and what can be done with it. */
export function CommentRow({ comment }: { readonly comment: Comment }) {
  const words = useWords();
  const { t, locale } = words;
  const { zone, personHref } = useTalk();
  const [isChanging, setChanging] = useState(false);
  const { id, author, body, at, edited, mayChange, mayRemove } = comment;
  const name = authorName(author, words);
  return (
    <li id={`comment-${id}`} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-s3 gap-y-s1">
      <Avatar id={author.id ?? name} name={name} />
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-s2">
        <span className="min-w-0 break-words font-semibold">{name}</span>
        <span className="text-xs text-ink-3">
          <Time value={at} locale={locale} zone={zone} show="moment" />
          {edited && ` · ${t(m.comments_edited)}`}
        </span>
      </div>
      <div className="col-start-2 grid gap-s2">
        {isChanging ? (
          <SayForm
            act={`change ${id}`}
            label={t(m.comments_change)}
            send={t(m.comments_keep)}
            startsWith={body}
            named
            autoFocus
            onDone={() => setChanging(false)}
            onCancel={() => setChanging(false)}
          />
        ) : (
          <RichTextView
            value={body}
            nobody={t(m.comments_nobody)}
            mentionHref={({ id: personId }) => personHref(personId)}
          />
        )}
        <div className="flex flex-wrap items-center gap-s1">
          <Reactions comment={comment} />
          {mayChange && !isChanging && <Change comment={comment} onOpen={() => setChanging(true)} />}
          {mayRemove && <TakeBack id={id} />}
        </div>
      </div>
    </li>
  );
}

function authorName({ name, isGuest }: Comment["author"], { t }: Words): string {
  if (name === null) return t(m.comments_nobody);
  return isGuest ? t(m.comments_guest_named, { name }) : name;
}

function Change({ comment: { id, body }, onOpen }: { readonly comment: Comment; readonly onOpen: () => void }) {
  const { t } = useWords();
  const { beside } = useTalk();
  if (beside) return <Button size="s" look="quiet" icon="edit" label={t(m.comments_change)} onPress={onOpen} />;
  return (
    <Foldable act={`change ${id}`} label={t(m.comments_change)} icon="edit" small>
      {(close) => (
        <SayForm
          act={`change ${id}`}
          label={t(m.comments_change)}
          send={t(m.comments_keep)}
          startsWith={body}
          named
          autoFocus
          onDone={close}
        />
      )}
    </Foldable>
  );
}

function TakeBack({ id }: Pick<Comment, "id">) {
  const { t } = useWords();
  const { onRemoved } = useTalk();
  const awake = useAwake();
  const label = t(m.comments_remove);
  // What takes itself away cannot say that it did: that is for the page around.
  if (awake) return <Button size="s" look="quiet" icon="remove" label={label} onPress={() => onRemoved(id)} />;
  return (
    <SmallDeed act={`remove ${id}`}>
      <Button type="submit" size="s" look="quiet" icon="remove" label={label} />
    </SmallDeed>
  );
}

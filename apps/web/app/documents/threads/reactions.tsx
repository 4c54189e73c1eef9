import { type Comment, reactionSigns } from "@guildhall/docs/schemas";
import { formatList } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { useWords } from "../../shell/words.ts";
import { Foldable } from "./foldable.tsx";
import { SmallDeed } from "./small-deed.tsx";
import { useTalk } from "./talk-place.ts";

/** The signs that others answered with, each a press to join in or to take one's own back. */
export function Reactions({ comment: { id, reactions } }: { readonly comment: Comment }) {
  const { t, locale } = useWords();
  const { mayReact } = useTalk();
  const given = new Set(reactions.map(({ sign }) => sign));
  const rest = reactionSigns.filter((sign) => !given.has(sign));
  return (
    <>
      {reactions.map(({ sign, names, mine }) => {
        const said = t(m.comments_reacted, { sign, names: formatList(names, locale) });
        const shape = "inline-flex min-h-target items-center gap-s1 rounded-full border px-s2 text-s tabular";
        if (!mayReact)
          return (
            <span key={sign} className={shape} title={said}>
              {sign} {names.length}
            </span>
          );
        return (
          <SmallDeed key={sign} act={`react ${id}`} values={{ sign, on: mine ? "no" : "yes" }}>
            <button
              type="submit"
              aria-pressed={mine}
              aria-label={said}
              title={said}
              className={`${shape} hover:bg-sunk ${mine ? "border-seal bg-seal-tint text-seal" : ""}`}
            >
              {sign} {names.length}
            </button>
          </SmallDeed>
        );
      })}
      {mayReact && rest.length > 0 && (
        <Foldable act={`react ${id}`} label={t(m.comments_react)} icon="heart" small>
          {(close) => (
            <fieldset aria-label={t(m.comments_react)} className="flex flex-wrap rounded-full border bg-raised px-s1">
              {rest.map((sign) => (
                <SmallDeed key={sign} act={`react ${id}`} values={{ sign, on: "yes" }} onDone={close}>
                  <button
                    type="submit"
                    aria-label={t(m.comments_react_with, { sign })}
                    className="grid size-control-s place-items-center rounded-full hover:bg-sunk"
                  >
                    {sign}
                  </button>
                </SmallDeed>
              ))}
            </fieldset>
          )}
        </Foldable>
      )}
    </>
  );
}

import { m } from "@guildhall/i18n/messages";
import { useEffect, useState } from "react";
import { ChoiceList, choiceId } from "../choice/choice-list.tsx";
import { stepKey } from "../keys/step-key.ts";
import { Avatar } from "../marks/avatar.tsx";
import { Icon } from "../marks/icon.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import type { FoundMention, Offer } from "./mention-node.ts";

type MentionListProps = {
  readonly id: string;
  readonly offer: Offer;
  /** The editor's own box, below whose caret the list stands. */
  readonly frame: HTMLElement | null;
  /** Hears the keys that are typed in the editor. */
  readonly keys: { current: (event: KeyboardEvent) => boolean };
};

/** Whom an at sign may mean: the caret stays in the text, arrows walk the list, Enter or Tab takes one. */
export function MentionList({ id, offer, frame, keys }: MentionListProps) {
  const { t } = useKitWords();
  const [at, setAt] = useState(0);
  const { items, query } = offer;
  const choices = items.map(choiceOf);
  const active = choices[Math.min(at, choices.length - 1)];
  const take = (value: string) => {
    const chosen = items.find((each) => each.id === value);
    if (chosen) offer.command(chosen);
  };
  keys.current = (event) => {
    if (event.isComposing || choices.length === 0) return false;
    const to = stepKey(event.key, at, choices.length, "vertical");
    if (to !== undefined && event.key.startsWith("Arrow")) {
      setAt(to);
      return true;
    }
    if ((event.key !== "Enter" && event.key !== "Tab") || !active) return false;
    take(active.value);
    return true;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: other letters, another list
  useEffect(() => setAt(0), [query]);
  const words = offer.editor.view.dom;
  const activeId = active && choiceId(id, active);
  useEffect(() => {
    words.setAttribute("aria-controls", id);
    if (activeId) words.setAttribute("aria-activedescendant", activeId);
    return () => {
      words.removeAttribute("aria-controls");
      words.removeAttribute("aria-activedescendant");
    };
  }, [words, id, activeId]);
  if (choices.length === 0) return null;
  return (
    <div
      style={placeOf(offer, frame)}
      className="absolute z-30 max-h-pane w-form max-w-full overflow-auto rounded-r3 border bg-raised p-s1 text-ink shadow-float"
    >
      <ChoiceList
        id={id}
        label={t(m.ui_mention_of)}
        items={choices}
        active={active}
        onChoose={({ value }) => take(value)}
        onPoint={({ value }) => setAt(choices.findIndex((each) => each.value === value))}
      />
      <span role="status" className="sr-only">
        {t(m.ui_found, { count: choices.length })}
      </span>
    </div>
  );
}

function choiceOf({ id, kind, label, hint }: FoundMention) {
  return {
    value: id,
    label,
    mark: kind === "person" ? <Avatar id={id} name={label} size="s" /> : <Icon name="building" />,
    hint: hint ?? undefined,
  };
}

/** Below the caret, and never beyond the right edge of the editor. */
function placeOf({ clientRect }: Offer, frame: HTMLElement | null) {
  const caret = clientRect?.();
  if (!caret || !frame) return { insetBlockStart: "100%", insetInlineStart: 0 };
  const box = frame.getBoundingClientRect();
  const left = Math.max(0, Math.min(caret.left - box.left, box.width - 300));
  return { insetBlockStart: caret.bottom - box.top + 4, insetInlineStart: left };
}

import { m } from "@guildhall/i18n/messages";
import { Avatar, Icon } from "@guildhall/ui";
import type { Editor } from "@tiptap/core";
import { type MutableRefObject, useEffect, useRef, useState } from "react";
import { useWords } from "../../shell/words.ts";
import type { Offer, Offered } from "../editing/offers.ts";
import { EditorIcon } from "./editor-icon.tsx";
import { placeIn } from "./place-in.ts";

type OfferListProps = {
  readonly id: string;
  readonly editor: Editor;
  readonly offer: Offer;
  readonly frame: HTMLElement | null;
  /** Hears the keys that are typed in the editor. */
  readonly keys: MutableRefObject<(event: KeyboardEvent) => boolean>;
};

/** What a slash or an at sign may mean: the caret stays in the text, arrows walk the list, Enter or Tab takes one. */
export function OfferList({ id, editor, offer, frame, keys }: OfferListProps) {
  const { t } = useWords();
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const { choices, query, of } = offer;
  const active = choices[Math.min(at, choices.length - 1)];
  keys.current = (event) => {
    if (event.isComposing || choices.length === 0) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      setAt((now) => (Math.min(now, choices.length - 1) + step + choices.length) % choices.length);
      return true;
    }
    if ((event.key !== "Enter" && event.key !== "Tab") || !active) return false;
    active.take();
    return true;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: other letters, another list
  useEffect(() => setAt(0), [query]);
  const activeId = active && `${id}-${active.key}`;
  useEffect(() => {
    list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
    const words = editor.view.dom;
    words.setAttribute("aria-controls", id);
    if (activeId) words.setAttribute("aria-activedescendant", activeId);
    return () => {
      words.removeAttribute("aria-controls");
      words.removeAttribute("aria-activedescendant");
    };
  }, [editor, id, activeId]);
  const place = placeIn(frame, offer.at, { width: 320, height: 320 });
  return (
    <div
      style={place}
      className="absolute z-30 max-h-pane w-pane max-w-full overflow-auto rounded-r3 border bg-raised p-s1 text-ink shadow-float"
    >
      {choices.length === 0 ? (
        <p className="px-s2 py-s1 text-s text-ink-3">{t(offer.isAsking ? m.editor_asking : m.editor_nothing_found)}</p>
      ) : (
        <div
          ref={list}
          id={id}
          role="listbox"
          aria-label={t(of === "blocks" ? m.editor_blocks : m.editor_mentions)}
          tabIndex={-1}
        >
          {choices.map((choice, place) => (
            <Line
              key={choice.key}
              id={`${id}-${choice.key}`}
              choice={choice}
              heading={choice.group !== choices[place - 1]?.group ? choice.group : undefined}
              isActive={choice === active}
              onPoint={() => setAt(place)}
            />
          ))}
        </div>
      )}
      <span role="status" className="sr-only">
        {t(m.editor_found, { count: choices.length })}
      </span>
    </div>
  );
}

type LineProps = {
  readonly id: string;
  readonly choice: Offered;
  readonly heading: string | undefined;
  readonly isActive: boolean;
  readonly onPoint: () => void;
};

function Line({ id, choice, heading, isActive, onPoint }: LineProps) {
  return (
    <>
      {heading && (
        <div aria-hidden="true" className="px-s2 pt-s2 pb-s1 text-xs text-ink-3">
          {heading}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the editor hears the keys */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the editor keeps the focus */}
      <div
        id={id}
        role="option"
        aria-selected={isActive}
        {...(isActive && { "data-active": "" })}
        onMouseDown={(event) => event.preventDefault()}
        onMouseMove={onPoint}
        onClick={choice.take}
        className={`flex min-h-control-m cursor-pointer items-center gap-s3 rounded-r2 px-s2 py-s1 ${isActive ? "bg-sunk" : ""}`}
      >
        <Mark choice={choice} />
        <span className="min-w-0 flex-1 truncate">{choice.label}</span>
        {choice.hint && <span className="min-w-0 truncate text-s text-ink-3">{choice.hint}</span>}
      </div>
    </>
  );
}

function Mark({ choice: { block, mention, label } }: { readonly choice: Offered }) {
  if (block) return <EditorIcon name={block.icon} />;
  if (mention?.kind === "person") return <Avatar id={mention.id} name={label} />;
  return <Icon name={mention?.kind === "company" ? "building" : "document"} />;
}

import { m } from "@guildhall/i18n/messages";
import { useRef, useState } from "react";
import { useAwake } from "../awake.ts";
import { readList } from "../forms/answers.ts";
import { controlClass } from "../forms/control-class.ts";
import { FieldFrame, type FieldIdentity, type FieldTexts, fieldWiring } from "../forms/field-frame.tsx";
import { PostedValue, ReadAs } from "../forms/posted-value.tsx";
import { isComposing } from "../keys/is-writing.ts";
import { Icon } from "../marks/icon.tsx";
import { useKitWords } from "../words/use-kit-words.ts";

type TagsFieldProps = FieldIdentity &
  FieldTexts & {
    readonly defaultValue?: readonly string[] | undefined;
    /** Tags that are known already, offered by the browser while one types. */
    readonly suggestions?: readonly string[] | undefined;
    readonly disabled?: boolean | undefined;
    readonly onChange?: ((tags: readonly string[]) => void) | undefined;
  };

/** Words that something is filed under. Enter or a comma sets one, Backspace takes the last. Posts its name once for each. */
export function TagsField({
  id,
  name,
  label,
  optionalLabel,
  description,
  error,
  defaultValue = [],
  suggestions = [],
  disabled = false,
  onChange,
}: TagsFieldProps) {
  const { t } = useKitWords();
  const awake = useAwake();
  const box = useRef<HTMLInputElement>(null);
  const [tags, setTags] = useState(defaultValue);
  const [text, setText] = useState("");
  const fieldId = id ?? name;
  const wiring = fieldWiring({ id, name, description, error });
  const set = (next: readonly string[]) => {
    setTags(next);
    onChange?.(next);
  };
  const take = (typed: string) => {
    setText("");
    set([...new Set([...tags, ...readList(typed)])]);
  };
  const known = (
    <datalist id={`${fieldId}-known`}>
      {suggestions.map((tag) => (
        <option key={tag} value={tag} />
      ))}
    </datalist>
  );
  return (
    <FieldFrame fieldId={fieldId} label={label} optionalLabel={optionalLabel} description={description} error={error}>
      {awake ? (
        <div
          className={`${controlClass} flex flex-wrap items-center gap-s1 has-aria-invalid:border-2 has-aria-invalid:border-seal`}
        >
          {tags.map((tag) => (
            <span
              key={tag}
              className="edged inline-flex h-target max-w-full items-center rounded-r1 bg-sunk pl-s2 text-s text-ink-2"
            >
              <span className="truncate">{tag}</span>
              <button
                type="button"
                disabled={disabled}
                aria-label={t(m.ui_remove, { name: tag })}
                onClick={() => {
                  set(tags.filter((other) => other !== tag));
                  box.current?.focus();
                }}
                className="focus-inside grid size-target flex-none place-items-center rounded-r1 text-ink-3 hover:text-ink"
              >
                <Icon name="close" />
              </button>
            </span>
          ))}
          <input
            {...wiring}
            name={undefined}
            ref={box}
            type="text"
            list={`${fieldId}-known`}
            autoComplete="off"
            disabled={disabled}
            value={text}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              const chosen = suggestions.includes(typed) && !("data" in event.nativeEvent && event.nativeEvent.data);
              if (chosen || /[,，;；、]$/.test(typed)) take(typed);
              else setText(typed);
            }}
            onBlur={() => text.trim() !== "" && take(text)}
            onKeyDown={(event) => {
              if (isComposing(event)) return;
              if (event.key === "Enter" && text.trim() !== "") {
                event.preventDefault();
                take(text);
              } else if (event.key === "Backspace" && text === "" && tags.length > 0) set(tags.slice(0, -1));
            }}
            className="focus-holder h-target min-w-term flex-1 bg-transparent"
          />
          {tags.map((tag) => (
            <PostedValue key={tag} name={name} value={tag} disabled={disabled} />
          ))}
          <span role="status" className="sr-only">
            {t(m.ui_tags_count, { count: tags.length })}
          </span>
        </div>
      ) : (
        <>
          <input
            {...wiring}
            type="text"
            list={`${fieldId}-known`}
            autoComplete="off"
            disabled={disabled}
            defaultValue={tags.join(", ")}
            onChange={(event) => setTags(readList(event.currentTarget.value))}
            className={controlClass}
          />
          <ReadAs name={name} how="list" />
        </>
      )}
      {known}
    </FieldFrame>
  );
}

import { m } from "@guildhall/i18n/messages";
import { useEffect, useId, useRef, useState } from "react";
import { Icon } from "../marks/icon.tsx";
import { useKitWords } from "../words/use-kit-words.ts";

type FormErrorProps = {
  /** "Two things need another look" */
  readonly title: string;
  readonly errors?: readonly { readonly fieldId: string; readonly message: string }[] | undefined;
};

/** What keeps a form from being taken, all in one place, each line leading to its field. Takes the focus when it appears: give it a new `key` for each attempt. */
export function FormError({ title, errors = [] }: FormErrorProps) {
  const summary = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const { t } = useKitWords();
  const [names, setNames] = useState<readonly (string | undefined)[]>([]);
  useEffect(() => summary.current?.focus(), []);
  const about = errors.map(({ fieldId }) => fieldId).join(" ");
  useEffect(() => setNames(about.split(" ").map(labelOf)), [about]);
  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      aria-labelledby={titleId}
      className="flex items-start gap-s3 rounded-r2 border border-seal border-l-3 bg-seal-tint px-s4 py-s3"
    >
      <span className="flex h-target items-center text-seal">
        <Icon name="warning" />
      </span>
      <div className="min-w-0">
        <p id={titleId} className="min-h-target font-semibold">
          {title}
        </p>
        {errors.length > 0 && (
          <ul>
            {errors.map(({ fieldId, message }, at) => (
              <li key={fieldId + message}>
                <a
                  href={`#${fieldId}`}
                  className="inline-flex min-h-target items-center underline decoration-seal underline-offset-4"
                >
                  {names[at] ? t(m.ui_error_of, { field: names[at], message }) : message}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** What a field is called on its page, without what is said beside its name. */
function labelOf(fieldId: string): string | undefined {
  const label = document.querySelector(`label[for="${CSS.escape(fieldId)}"]`);
  return label?.firstChild?.textContent ?? undefined;
}

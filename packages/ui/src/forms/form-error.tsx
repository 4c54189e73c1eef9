import { useEffect, useId, useRef } from "react";
import { Icon } from "../marks/icon.tsx";

type FormErrorProps = {
  /** "Two things need another look" */
  readonly title: string;
  readonly errors?: readonly { readonly fieldId: string; readonly message: string }[] | undefined;
};

/** What keeps a form from being taken, all in one place, each line leading to its field. Takes the focus when it appears: give it a new `key` for each attempt. */
export function FormError({ title, errors = [] }: FormErrorProps) {
  const summary = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useEffect(() => summary.current?.focus(), []);
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
            {errors.map(({ fieldId, message }) => (
              <li key={fieldId + message}>
                <a
                  href={`#${fieldId}`}
                  className="inline-flex min-h-target items-center underline decoration-seal underline-offset-4"
                >
                  {message}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

import type { ReactNode } from "react";
import { Icon } from "../marks/icon.tsx";

export type FieldTexts = {
  readonly label: string;
  readonly description?: ReactNode;
  /** What is wrong with what was entered, in words that help; Conform's list of errors fits. */
  readonly error?: string | readonly string[] | undefined;
  /** Said after the label of what may be left out: "optional". */
  readonly optionalLabel?: string | undefined;
};
export type FieldIdentity = {
  readonly name: string;
  /** The name, unless given: give one where two forms on a page share a name. */
  readonly id?: string | undefined;
};

/** The attributes that tie a native control to its description and error. */
export function fieldWiring({
  id,
  name,
  description,
  error,
}: FieldIdentity & Pick<FieldTexts, "description" | "error">) {
  const fieldId = id ?? name;
  const wrong = messages(error).length > 0;
  const describedBy = [description && `${fieldId}-description`, wrong && `${fieldId}-error`].filter(Boolean).join(" ");
  return {
    id: fieldId,
    name,
    ...(describedBy && { "aria-describedby": describedBy }),
    ...(wrong && { "aria-invalid": true }),
  };
}

type FieldFrameProps = FieldTexts & {
  readonly fieldId: string;
  /** What it labels is no native control, and says its name itself. */
  readonly caption?: boolean | undefined;
  readonly children: ReactNode;
};

/** A label above, the control, and below it what helps and what is wrong. */
export function FieldFrame({
  fieldId,
  label,
  optionalLabel,
  description,
  error,
  caption = false,
  children,
}: FieldFrameProps) {
  const words = (
    <>
      {label}
      {optionalLabel && <span className="text-xs font-normal text-ink-3">{optionalLabel}</span>}
    </>
  );
  return (
    <div className="grid min-w-0 gap-s1">
      {caption ? (
        <span className={LABEL}>{words}</span>
      ) : (
        <label htmlFor={fieldId} className={LABEL}>
          {words}
        </label>
      )}
      {children}
      <FieldNotes fieldId={fieldId} description={description} error={error} />
    </div>
  );
}

const LABEL = "flex items-baseline justify-between gap-s2 font-medium";

type FieldNotesProps = { readonly fieldId: string } & Pick<FieldTexts, "description" | "error">;

export function FieldNotes({ fieldId, description, error }: FieldNotesProps) {
  const wrong = messages(error);
  return (
    <>
      {description && (
        <p id={`${fieldId}-description`} className="text-s text-ink-2">
          {description}
        </p>
      )}
      {wrong.length > 0 && (
        <div id={`${fieldId}-error`} className="grid gap-s0 text-s text-seal">
          {wrong.map((message) => (
            <p key={message} className="flex items-start gap-s1">
              <span className="flex h-mark items-center">
                <Icon name="warning" />
              </span>
              {message}
            </p>
          ))}
        </div>
      )}
    </>
  );
}

function messages(error: FieldTexts["error"]): readonly string[] {
  if (error === undefined || error === "") return [];
  return typeof error === "string" ? [error] : error;
}

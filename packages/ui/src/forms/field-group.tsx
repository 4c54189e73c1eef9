import type { ReactNode } from "react";
import { type FieldIdentity, FieldNotes, type FieldTexts, fieldWiring } from "./field-frame.tsx";

type FieldGroupProps = FieldIdentity &
  FieldTexts & {
    readonly role?: "radiogroup" | undefined;
    readonly required?: boolean | undefined;
    readonly disabled?: boolean | undefined;
    readonly children: ReactNode;
  };

/** Several controls under one question; its notes belong to all of them. */
export function FieldGroup({
  id,
  name,
  label,
  optionalLabel,
  description,
  error,
  role,
  required = false,
  disabled = false,
  children,
}: FieldGroupProps) {
  const fieldId = id ?? name;
  const wiring = fieldWiring({ id, name, description, error });
  return (
    <fieldset
      disabled={disabled}
      {...(role && { role, ...(required && { "aria-required": true }) })}
      {...("aria-describedby" in wiring && { "aria-describedby": wiring["aria-describedby"] })}
      {...(role && "aria-invalid" in wiring && { "aria-invalid": true })}
      className="grid min-w-0 gap-s1"
    >
      <legend className="float-left flex w-full items-baseline justify-between gap-s2 font-medium">
        {label}
        {optionalLabel && <span className="text-xs font-normal text-ink-3">{optionalLabel}</span>}
      </legend>
      {children}
      <FieldNotes fieldId={fieldId} description={description} error={error} />
    </fieldset>
  );
}

/** The first control of a group bears the group's id, so that a summary of errors leads to it. */
export function optionId({ id, name }: FieldIdentity, value: string, at: number): string {
  return at === 0 ? (id ?? name) : `${id ?? name}-${value}`;
}

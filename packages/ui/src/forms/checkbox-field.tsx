import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { Icon } from "../marks/icon.tsx";
import { type FieldIdentity, FieldNotes, type FieldTexts, fieldWiring } from "./field-frame.tsx";

type NativeCheckbox = Omit<
  ComponentPropsWithoutRef<"input">,
  "className" | "style" | "id" | "name" | "size" | "type" | "children"
>;
type CheckboxFieldProps = FieldIdentity &
  Pick<FieldTexts, "description" | "error"> &
  NativeCheckbox & { readonly label: ReactNode };

/** Yes or no. Posts `on`, or its `value`, when ticked; nothing when not. */
export function CheckboxField({ id, name, label, description, error, ...input }: CheckboxFieldProps) {
  const fieldId = id ?? name;
  return (
    <div className="grid gap-s0">
      <label htmlFor={fieldId} className="flex min-h-target items-start gap-s2">
        <span className="relative flex h-target flex-none items-center">
          <input
            {...input}
            {...fieldWiring({ id, name, description, error })}
            type="checkbox"
            className="peer size-mark appearance-none rounded-r1 border border-control bg-surface transition-colors checked:border-ink checked:bg-ink hover:border-ink-3 aria-invalid:border-2 aria-invalid:border-seal disabled:bg-sunk disabled:checked:border-ink-3 disabled:checked:bg-ink-3 forced-colors:appearance-auto"
          />
          <span className="pointer-events-none absolute inset-x-0 hidden justify-center text-paper peer-checked:flex forced-colors:hidden">
            <Icon name="check" />
          </span>
        </span>
        <span className="min-w-0 py-px">{label}</span>
      </label>
      <div className="grid gap-s0 pl-[calc(var(--mark)+var(--s2))]">
        <FieldNotes fieldId={fieldId} description={description} error={error} />
      </div>
    </div>
  );
}

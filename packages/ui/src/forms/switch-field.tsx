import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { type FieldIdentity, FieldNotes, type FieldTexts, fieldWiring } from "./field-frame.tsx";

type NativeCheckbox = Omit<
  ComponentPropsWithoutRef<"input">,
  "className" | "style" | "id" | "name" | "size" | "type" | "role" | "children"
>;
type SwitchFieldProps = FieldIdentity &
  Pick<FieldTexts, "description" | "error"> &
  NativeCheckbox & { readonly label: ReactNode };

/** On or off, at once or with its form. Posts `on`, or its `value`, when on; nothing when off. */
export function SwitchField({ id, name, label, description, error, ...input }: SwitchFieldProps) {
  const fieldId = id ?? name;
  return (
    <div className="grid gap-s0">
      <label htmlFor={fieldId} className="flex min-h-target items-start justify-between gap-s4">
        <span className="min-w-0 py-px font-medium">{label}</span>
        <span className="flex h-target flex-none items-center">
          <input
            {...input}
            {...fieldWiring({ id, name, description, error })}
            type="checkbox"
            // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells by itself whether it is on
            role="switch"
            className="switch transition-colors"
          />
        </span>
      </label>
      <div className="grid gap-s0 pr-s8">
        <FieldNotes fieldId={fieldId} description={description} error={error} />
      </div>
    </div>
  );
}

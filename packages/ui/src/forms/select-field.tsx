import type { ComponentPropsWithoutRef } from "react";
import { Icon } from "../marks/icon.tsx";
import { controlClass } from "./control-class.ts";
import { FieldFrame, type FieldIdentity, type FieldTexts, fieldWiring } from "./field-frame.tsx";

export type SelectOption = { readonly value: string; readonly label: string; readonly disabled?: boolean | undefined };
type NativeSelect = Omit<
  ComponentPropsWithoutRef<"select">,
  "className" | "style" | "id" | "name" | "size" | "multiple" | "children"
>;
type SelectFieldProps = FieldIdentity &
  FieldTexts &
  NativeSelect & {
    readonly options: readonly SelectOption[];
    /** Shown first, and no answer: "Choose a country". */
    readonly placeholder?: string | undefined;
  };

/** One of a few: the native select, which every phone opens in its own way. */
export function SelectField({
  id,
  name,
  label,
  optionalLabel,
  description,
  error,
  options,
  placeholder,
  ...select
}: SelectFieldProps) {
  return (
    <FieldFrame
      fieldId={id ?? name}
      label={label}
      optionalLabel={optionalLabel}
      description={description}
      error={error}
    >
      <div className="relative grid">
        <select
          {...select}
          {...fieldWiring({ id, name, description, error })}
          className={`${controlClass} appearance-none pr-s6`}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map(({ value, label, disabled = false }) => (
            <option key={value} value={value} disabled={disabled}>
              {label}
            </option>
          ))}
        </select>
        <span className="pointer-events-none absolute inset-y-0 right-s2 flex items-center text-ink-3">
          <Icon name="chevron-down" />
        </span>
      </div>
    </FieldFrame>
  );
}

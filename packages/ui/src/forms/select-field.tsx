import type { ComponentPropsWithoutRef } from "react";
import { FieldFrame, type FieldIdentity, type FieldTexts, fieldWiring } from "./field-frame.tsx";
import { PlainSelect } from "./plain-select.tsx";

export type SelectOption = { readonly value: string; readonly label: string; readonly disabled?: boolean | undefined };
type NativeSelect = Omit<
  ComponentPropsWithoutRef<"select">,
  "className" | "style" | "id" | "name" | "size" | "multiple" | "children"
>;
type SelectFieldProps = FieldIdentity &
  FieldTexts &
  NativeSelect & {
    readonly options: readonly SelectOption[];
    /** More of them, each group under its name. */
    readonly groups?: readonly { readonly label: string; readonly options: readonly SelectOption[] }[] | undefined;
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
  groups,
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
      <PlainSelect
        {...select}
        {...fieldWiring({ id, name, description, error })}
        options={options}
        groups={groups}
        placeholder={placeholder}
      />
    </FieldFrame>
  );
}

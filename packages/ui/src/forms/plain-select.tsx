import type { ComponentPropsWithoutRef } from "react";
import { Icon } from "../marks/icon.tsx";
import { controlClass } from "./control-class.ts";

type PlainOption = { readonly value: string; readonly label: string; readonly disabled?: boolean | undefined };
type PlainSelectProps = Omit<
  ComponentPropsWithoutRef<"select">,
  "className" | "style" | "size" | "multiple" | "children"
> & {
  readonly options: readonly PlainOption[];
  /** More of them, each group under its name. */
  readonly groups?: readonly { readonly label: string; readonly options: readonly PlainOption[] }[] | undefined;
  readonly placeholder?: string | undefined;
};

/** The native select, dressed: the control alone, without label and notes. */
export function PlainSelect({ options, groups = [], placeholder, ...select }: PlainSelectProps) {
  return (
    <div className="relative grid">
      <select {...select} className={`${controlClass} appearance-none pr-s6`}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(asOption)}
        {groups.map(({ label, options: within }) => (
          <optgroup key={label} label={label}>
            {within.map(asOption)}
          </optgroup>
        ))}
      </select>
      <span className="pointer-events-none absolute inset-y-0 right-s2 flex items-center text-ink-3">
        <Icon name="chevron-down" />
      </span>
    </div>
  );
}

function asOption({ value, label, disabled = false }: PlainOption) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}

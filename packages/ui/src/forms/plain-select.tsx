import type { ComponentPropsWithoutRef } from "react";
import { Icon } from "../marks/icon.tsx";
import { controlClass } from "./control-class.ts";

type PlainSelectProps = Omit<
  ComponentPropsWithoutRef<"select">,
  "className" | "style" | "size" | "multiple" | "children"
> & {
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly disabled?: boolean | undefined;
  }[];
  readonly placeholder?: string | undefined;
};

/** The native select, dressed: the control alone, without label and notes. */
export function PlainSelect({ options, placeholder, ...select }: PlainSelectProps) {
  return (
    <div className="relative grid">
      <select {...select} className={`${controlClass} appearance-none pr-s6`}>
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
  );
}

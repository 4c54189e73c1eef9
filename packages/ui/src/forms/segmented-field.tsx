import type { FieldIdentity, FieldTexts } from "./field-frame.tsx";
import { FieldGroup, optionId } from "./field-group.tsx";
import type { FieldOption } from "./option.ts";

type SegmentedFieldProps = FieldIdentity &
  FieldTexts & {
    /** Two to five, a word each. */
    readonly options: readonly Pick<FieldOption, "value" | "label" | "disabled">[];
    readonly defaultValue?: string | undefined;
    readonly disabled?: boolean | undefined;
    readonly onChange?: ((value: string) => void) | undefined;
  };

/** One of two to five short words, side by side: radios underneath. */
export function SegmentedField({ options, defaultValue, disabled = false, onChange, ...group }: SegmentedFieldProps) {
  return (
    <FieldGroup {...group} role="radiogroup" disabled={disabled}>
      <div className="flex w-fit max-w-full flex-wrap gap-s0 rounded-r2 border border-control bg-sunk p-s0">
        {options.map(({ value, label, disabled: closed = false }, at) => (
          <label
            key={value}
            htmlFor={optionId(group, value, at)}
            className="segment relative inline-flex h-control-s items-center rounded-r1 px-s3 text-s text-ink-2 transition-colors not-has-disabled:hover:text-ink has-checked:bg-raised has-checked:font-semibold has-checked:text-ink has-disabled:text-ink-3"
          >
            <input
              id={optionId(group, value, at)}
              type="radio"
              name={group.name}
              value={value}
              defaultChecked={value === defaultValue}
              disabled={closed}
              onChange={() => onChange?.(value)}
              className="absolute inset-0 appearance-none rounded-r1"
            />
            {label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

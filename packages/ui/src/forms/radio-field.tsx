import { classNames } from "../class-names.ts";
import type { FieldIdentity, FieldTexts } from "./field-frame.tsx";
import { FieldGroup, optionId } from "./field-group.tsx";
import type { FieldOption } from "./option.ts";

type RadioFieldProps = FieldIdentity &
  FieldTexts & {
    readonly options: readonly FieldOption[];
    readonly defaultValue?: string | undefined;
    readonly required?: boolean | undefined;
    readonly disabled?: boolean | undefined;
    /** Each answer on its own slip of paper: for a choice that deserves room, such as a plan or a ticket. */
    readonly slips?: boolean | undefined;
    /** Slips side by side where there is room: two things to compare. */
    readonly across?: boolean | undefined;
    readonly onChange?: ((value: string) => void) | undefined;
  };

/** One of a few, all in sight. Arrow keys walk, as the browser has it. */
export function RadioField({
  options,
  defaultValue,
  required = false,
  disabled = false,
  slips = false,
  across = false,
  onChange,
  ...group
}: RadioFieldProps) {
  return (
    <FieldGroup {...group} role="radiogroup" required={required} disabled={disabled}>
      <div className={classNames("grid", slips ? "gap-s2" : "gap-s1", across && "sm:grid-cols-2")}>
        {options.map((option, at) => (
          <RadioOption
            key={option.value}
            id={optionId(group, option.value, at)}
            name={group.name}
            option={option}
            slip={slips}
            required={required}
            checked={option.value === defaultValue}
            onChange={onChange}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

type RadioOptionProps = {
  readonly id: string;
  readonly name: string;
  readonly option: FieldOption;
  readonly slip: boolean;
  readonly required: boolean;
  readonly checked: boolean;
  readonly onChange: ((value: string) => void) | undefined;
};

function RadioOption({ id, name, option, slip, required, checked, onChange }: RadioOptionProps) {
  const { value, label, description, aside, disabled = false } = option;
  return (
    <label
      htmlFor={id}
      className={classNames(
        "flex min-h-target items-start gap-s2 has-disabled:text-ink-3",
        slip &&
          "rounded-r3 border bg-surface px-s4 py-s3 transition-colors has-checked:border-accent has-checked:edged-accent not-has-disabled:hover:border-line-strong",
      )}
    >
      <span className="flex h-target flex-none items-center">
        <input
          id={id}
          type="radio"
          name={name}
          value={value}
          defaultChecked={checked}
          disabled={disabled}
          required={required}
          {...(description && { "aria-describedby": `${id}-note` })}
          onChange={() => onChange?.(value)}
          className="size-mark appearance-none rounded-full border border-control bg-surface transition-colors checked:border-7 checked:border-ink hover:border-ink-3 checked:hover:border-ink disabled:bg-sunk disabled:checked:border-ink-3 forced-colors:appearance-auto"
        />
      </span>
      <span className="grid min-w-0 flex-1 py-px">
        <span className={slip ? "wrap-anywhere font-semibold" : ""}>{label}</span>
        {description && (
          <span id={`${id}-note`} className="text-s text-ink-2">
            {description}
          </span>
        )}
      </span>
      {aside && <span className="tabular flex-none py-px text-ink-2">{aside}</span>}
    </label>
  );
}

import { CheckboxField } from "./checkbox-field.tsx";
import type { FieldIdentity, FieldTexts } from "./field-frame.tsx";
import { FieldGroup, optionId } from "./field-group.tsx";
import type { FieldOption } from "./option.ts";

type CheckboxGroupProps = FieldIdentity &
  FieldTexts & {
    readonly options: readonly FieldOption[];
    readonly defaultValue?: readonly string[] | undefined;
    readonly disabled?: boolean | undefined;
  };

/** Any of several. Posts its name once for each that is ticked. */
export function CheckboxGroup({ options, defaultValue = [], disabled = false, ...group }: CheckboxGroupProps) {
  return (
    <FieldGroup {...group} disabled={disabled}>
      <div className="grid gap-s1">
        {options.map(({ value, label, description, aside, disabled: closed = false }, at) => (
          <CheckboxField
            key={value}
            id={optionId(group, value, at)}
            name={group.name}
            value={value}
            defaultChecked={defaultValue.includes(value)}
            disabled={closed}
            description={description}
            label={
              aside === undefined ? (
                label
              ) : (
                <>
                  {label} <span className="tabular text-ink-3">{aside}</span>
                </>
              )
            }
          />
        ))}
      </div>
    </FieldGroup>
  );
}

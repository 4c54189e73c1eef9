import { m } from "@guildhall/i18n/messages";
import { useState } from "react";
import { useAwake } from "../awake.ts";
import { FieldFrame, type FieldIdentity, type FieldTexts, fieldWiring } from "../forms/field-frame.tsx";
import { PlainSelect } from "../forms/plain-select.tsx";
import { PostedValue } from "../forms/posted-value.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { type Choice, matchChoices } from "./choices.ts";
import { ComboboxControl } from "./combobox-control.tsx";

export type { Choice } from "./choices.ts";

type ComboboxFieldProps = FieldIdentity &
  FieldTexts & {
    /** What there is to choose; with `load`, what is offered before anything is typed, and without script. */
    readonly options: readonly Choice[];
    /** Finds more while somebody types. Gives up when the signal says so. */
    readonly load?: ((query: string, signal: AbortSignal) => Promise<readonly Choice[]>) | undefined;
    readonly defaultValue?: string | undefined;
    readonly placeholder?: string | undefined;
    readonly required?: boolean | undefined;
    readonly disabled?: boolean | undefined;
    readonly onChange?: ((choice: Choice | undefined) => void) | undefined;
  };

/** One of many, found by typing. A select without script; posts the value of what was chosen. */
export function ComboboxField({
  id,
  name,
  label,
  optionalLabel,
  description,
  error,
  options,
  load,
  defaultValue,
  placeholder,
  required = false,
  disabled = false,
  onChange,
}: ComboboxFieldProps) {
  const { t } = useKitWords();
  const awake = useAwake();
  const [chosen, setChosen] = useState(() => options.find(({ value }) => value === defaultValue));
  const wiring = fieldWiring({ id, name, description, error });
  return (
    <FieldFrame
      fieldId={id ?? name}
      label={label}
      optionalLabel={optionalLabel}
      description={description}
      error={error}
    >
      {awake ? (
        <>
          <ComboboxControl
            wiring={wiring}
            find={load ?? ((query) => Promise.resolve(matchChoices(options, query)))}
            first={options}
            chosen={chosen}
            placeholder={placeholder ?? t(m.ui_find)}
            label={label}
            required={required}
            disabled={disabled}
            onChoose={(choice) => {
              setChosen(choice);
              onChange?.(choice);
            }}
          />
          <PostedValue name={name} value={chosen?.value ?? ""} disabled={disabled} />
        </>
      ) : (
        <PlainSelect
          {...wiring}
          name={name}
          options={options}
          placeholder={placeholder ?? ""}
          defaultValue={defaultValue}
          required={required}
          disabled={disabled}
          onChange={(event) => setChosen(options.find(({ value }) => value === event.currentTarget.value))}
        />
      )}
    </FieldFrame>
  );
}

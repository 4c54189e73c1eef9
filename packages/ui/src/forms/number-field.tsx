import { groupDecimal, readDecimal } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "../actions/button.tsx";
import { useAwake } from "../awake.ts";
import { useKitWords } from "../words/use-kit-words.ts";
import { readNumberText } from "./answers.ts";
import { controlClass } from "./control-class.ts";
import { FieldFrame, type FieldIdentity, type FieldTexts, fieldWiring } from "./field-frame.tsx";
import { PostedValue, ReadAs } from "./posted-value.tsx";

type NumberFieldProps = FieldIdentity &
  FieldTexts & {
    readonly defaultValue?: number | string | undefined;
    readonly min?: number | undefined;
    readonly max?: number | undefined;
    /** How much one press of − or + is; without it there are none. */
    readonly step?: number | undefined;
    /** What is counted: "places", "%". */
    readonly unit?: ReactNode;
    readonly required?: boolean | undefined;
    readonly disabled?: boolean | undefined;
    readonly placeholder?: string | undefined;
    readonly onChange?: ((value: number | undefined) => void) | undefined;
  };

/** A number, as people write them. Posts plain digits: "1,250" is posted as 1250. */
export function NumberField({
  id,
  name,
  label,
  optionalLabel,
  description,
  error,
  defaultValue,
  min,
  max,
  step,
  unit,
  required = false,
  disabled = false,
  placeholder,
  onChange,
}: NumberFieldProps) {
  const { t } = useKitWords();
  const awake = useAwake();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => shown(String(defaultValue ?? "")));
  const value = readNumberText(text);
  const change = (next: string) => {
    setText(next);
    const read = readNumberText(next);
    onChange?.(read === undefined ? undefined : Number(read));
  };
  const stepBy = (by: number) => {
    const next = (value === undefined ? (min ?? 0) - Math.max(by, 0) : Number(value)) + by;
    change(shown(String(Math.min(max ?? next, Math.max(min ?? next, round(next))))));
  };
  const at = value === undefined ? undefined : Number(value);
  return (
    <FieldFrame
      fieldId={id ?? name}
      label={label}
      optionalLabel={optionalLabel}
      description={description}
      error={error}
    >
      <div className="flex items-center gap-s2">
        {awake && step !== undefined && (
          <Button
            icon="minus"
            label={`${label}: ${t(m.ui_one_less)}`}
            disabled={disabled || (at !== undefined && min !== undefined && at <= min)}
            onPress={() => stepBy(-step)}
          />
        )}
        <input
          ref={field}
          {...fieldWiring({ id, name, description, error })}
          {...(awake && { name: undefined })}
          type="text"
          inputMode={step !== undefined && Number.isInteger(step) ? "numeric" : "decimal"}
          autoComplete="off"
          value={text}
          placeholder={placeholder}
          required={required}
          disabled={disabled}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={() => setText(shown(text))}
          onKeyDown={(event) => {
            if (step === undefined || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
            event.preventDefault();
            stepBy(event.key === "ArrowUp" ? step : -step);
          }}
          className={`${controlClass} tabular ${step === undefined ? "" : "max-w-figure text-center"}`}
        />
        {awake && step !== undefined && (
          <Button
            icon="plus"
            label={`${label}: ${t(m.ui_one_more)}`}
            disabled={disabled || (at !== undefined && max !== undefined && at >= max)}
            onPress={() => stepBy(step)}
          />
        )}
        {unit && <span className="flex-none text-ink-2">{unit}</span>}
        {awake ? (
          <PostedValue name={name} value={value ?? text} disabled={disabled} />
        ) : (
          <ReadAs name={name} how="number" />
        )}
      </div>
    </FieldFrame>
  );
}

/** With its thousands apart, or as it was typed where it is no number. */
function shown(text: string): string {
  const decimal = readDecimal(text);
  return decimal ? groupDecimal(decimal) : text;
}

/** Without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
function round(value: number): number {
  return Number(value.toFixed(9));
}

import { type Money, minorDigits, readMinorUnits, writeMinorUnits } from "@guildhall/core";
import { useState } from "react";
import { useAwake } from "../awake.ts";
import { useKitWords } from "../words/use-kit-words.ts";
import { controlClass } from "./control-class.ts";
import { currencySign } from "./currency-sign.ts";
import { FieldFrame, type FieldIdentity, type FieldTexts, fieldWiring } from "./field-frame.tsx";
import { PostedValue, ReadAs } from "./posted-value.tsx";

type MoneyFieldProps = FieldIdentity &
  FieldTexts & {
    /** ISO 4217. */
    readonly currency: string;
    /** Posts the currency too, under this name. */
    readonly currencyName?: string | undefined;
    /** Minor units; or, after an answer, the text that was posted: digits are minor units, all else is shown as typed. */
    readonly defaultValue?: number | string | undefined;
    readonly required?: boolean | undefined;
    readonly disabled?: boolean | undefined;
    readonly onChange?: ((value: Money | undefined) => void) | undefined;
  };

/** An amount of money. Shows "1,250.00", posts 125000: whole minor units, read by `readAnswers` where no script runs. */
export function MoneyField({
  id,
  name,
  label,
  optionalLabel,
  description,
  error,
  currency,
  currencyName,
  defaultValue,
  required = false,
  disabled = false,
  onChange,
}: MoneyFieldProps) {
  const { locale } = useKitWords();
  const awake = useAwake();
  const [text, setText] = useState(() => firstText(defaultValue, currency));
  const amount = readMinorUnits(text, currency);
  return (
    <FieldFrame
      fieldId={id ?? name}
      label={label}
      optionalLabel={optionalLabel}
      description={description}
      error={error}
    >
      <div className="relative grid">
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 left-s3 flex items-center font-title text-ink-3"
        >
          {currencySign(currency, locale)}
        </span>
        <input
          {...fieldWiring({ id, name, description, error })}
          {...(awake && { name: undefined })}
          type="text"
          inputMode={minorDigits(currency) === 0 ? "numeric" : "decimal"}
          autoComplete="off"
          value={text}
          required={required}
          disabled={disabled}
          onChange={(event) => {
            const next = event.currentTarget.value;
            setText(next);
            const read = readMinorUnits(next, currency);
            onChange?.(read === undefined ? undefined : { amount: read, currency });
          }}
          onBlur={() => setText(amount === undefined ? text : writeMinorUnits(amount, currency))}
          className={`${controlClass} tabular pr-s7 pl-s6`}
        />
        <span className="pointer-events-none absolute inset-y-0 right-s3 flex items-center text-xs text-ink-3">
          {currency}
        </span>
        {currencyName && <input type="hidden" name={currencyName} value={currency} disabled={disabled} />}
        {awake ? (
          <PostedValue name={name} value={amount === undefined ? unread(text) : String(amount)} disabled={disabled} />
        ) : (
          <ReadAs name={name} how={`money ${currency}`} />
        )}
      </div>
    </FieldFrame>
  );
}

function firstText(given: number | string | undefined, currency: string): string {
  if (given === undefined) return "";
  const text = String(given);
  return /^-?\d+$/.test(text) ? writeMinorUnits(Number(text), currency) : text.replace(/^\? /, "");
}

/** What is no amount must not pass for minor units. */
function unread(text: string): string {
  return /^\s*[-+\d]+\s*$/.test(text) ? `? ${text}` : text;
}

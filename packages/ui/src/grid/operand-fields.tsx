import { minorDigits, readDecimal, readMinorUnits, writeDecimal, writeMinorUnits } from "@guildhall/core";
import type { DayOperand } from "@guildhall/core/grid";
import { m } from "@guildhall/i18n/messages";
import { type ReactNode, useState } from "react";
import { controlClass } from "../forms/control-class.ts";
import { useKitWords } from "../words/use-kit-words.ts";
import { ChosenField } from "./chosen-field.tsx";
import type { GridColumn } from "./column.ts";
import { moneyOf } from "./column.ts";
import { DayFields, SpanFields } from "./day-fields.tsx";
import { shapeOf } from "./filter-draft.ts";
import type { OperandFieldsProps } from "./filter-parts.ts";

type Value = number | { readonly amount: number; readonly currency: string } | DayOperand | undefined;

/** What a condition compares with, by its operator and the kind of its column. */
export function OperandFields(props: OperandFieldsProps): ReactNode {
  const { column, condition, wrong, onOperands } = props;
  const { t } = useKitWords();
  const { operands } = condition;
  switch (shapeOf(condition.is)) {
    case "text":
      return (
        <input
          type="text"
          aria-label={t(m.grid_filter_value)}
          {...(wrong && { "aria-invalid": true })}
          maxLength={200}
          value={operands.text ?? ""}
          onChange={(event) => onOperands({ text: event.currentTarget.value || undefined })}
          className={`${controlClass} max-w-menu flex-1 basis-term`}
        />
      );
    case "chosen":
      return <ChosenField {...props} />;
    case "span":
      return <SpanFields span={operands.span} onSpan={(span) => onOperands({ span })} />;
    case "day":
      return <DayFields label={t(m.grid_filter_value)} day={operands.day} onDay={(day) => onOperands({ day })} />;
    case "compared":
      return (
        <OneValue
          {...props}
          label={t(m.grid_filter_value)}
          value={column.kind === "money" ? operands.amount : operands.number}
          onValue={(value) => {
            const amount = money(value);
            onOperands(amount ? { amount } : { number: typeof value === "number" ? value : undefined });
          }}
        />
      );
    case "between":
      return (
        <>
          <OneValue
            {...props}
            label={t(m.grid_filter_from)}
            value={operands.from}
            onValue={(from) => onOperands({ ...operands, from })}
          />
          <span className="flex min-h-control-m items-center text-s text-ink-3">{t(m.grid_filter_to)}</span>
          <OneValue
            {...props}
            label={t(m.grid_filter_to)}
            value={operands.to}
            onValue={(to) => onOperands({ ...operands, to })}
          />
        </>
      );
    default:
      return null;
  }
}

type OneValueProps = OperandFieldsProps & {
  readonly label: string;
  readonly value: Value;
  readonly onValue: (value: Value) => void;
};

function OneValue({ column, label, value, wrong, onValue }: OneValueProps) {
  if (column.kind === "date" || column.kind === "instant")
    return <DayFields label={label} day={day(value)} onDay={onValue} />;
  if (column.kind === "money")
    return <AmountInput column={column} label={label} value={value} wrong={wrong} onValue={onValue} />;
  return <NumberInput label={label} value={value} wrong={wrong} onValue={onValue} />;
}

function money(value: Value) {
  return typeof value === "object" && "amount" in value ? value : undefined;
}

function day(value: Value): DayOperand | undefined {
  if (typeof value === "string") return value;
  return typeof value === "object" && !("amount" in value) ? value : undefined;
}

type InputProps = Pick<OneValueProps, "label" | "value" | "wrong" | "onValue">;

function NumberInput({ label, value, wrong, onValue }: InputProps) {
  const [text, setText] = useState(typeof value === "number" ? String(value) : "");
  return (
    <input
      type="text"
      inputMode="decimal"
      aria-label={label}
      {...(wrong && { "aria-invalid": true })}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        const decimal = readDecimal(event.currentTarget.value);
        onValue(decimal && Number(writeDecimal(decimal)));
      }}
      className={`${controlClass} tabular w-term`}
    />
  );
}

const CURRENCIES = ["CNY", "EUR", "USD", "GBP", "HKD", "TWD", "JPY", "SGD"];

function AmountInput({ column, label, value, wrong, onValue }: InputProps & { readonly column: GridColumn }) {
  const { t } = useKitWords();
  const known = moneyOf(money(value) ?? null);
  const [currency, setCurrency] = useState(known?.currency ?? column.currency ?? "CNY");
  const [text, setText] = useState(known ? writeMinorUnits(known.amount, known.currency) : "");
  const say = (written: string, of: string) => {
    const amount = readMinorUnits(written, of);
    onValue(amount === undefined ? undefined : { amount, currency: of });
  };
  const offered = [...new Set([currency, column.currency ?? currency, ...CURRENCIES])];
  return (
    <span className="flex gap-s1">
      <input
        type="text"
        inputMode={minorDigits(currency) === 0 ? "numeric" : "decimal"}
        aria-label={label}
        {...(wrong && { "aria-invalid": true })}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          say(event.currentTarget.value, currency);
        }}
        className={`${controlClass} tabular w-term`}
      />
      <select
        aria-label={t(m.grid_filter_currency)}
        value={currency}
        onChange={(event) => {
          setCurrency(event.currentTarget.value);
          say(text, event.currentTarget.value);
        }}
        className={`${controlClass} w-fit`}
      >
        {offered.map((code) => (
          <option key={code}>{code}</option>
        ))}
      </select>
    </span>
  );
}

import { m } from "@guildhall/i18n/messages";
import type { Field, FieldValue } from "@guildhall/people/schemas";
import {
  CheckboxGroup,
  MoneyField,
  NumberField,
  SegmentedField,
  SelectField,
  TextAreaField,
  TextField,
} from "@guildhall/ui";
import { type Choice, ComboboxField } from "@guildhall/ui/choice";
import { DateField, ZonedTimeField } from "@guildhall/ui/dates";
import { useWords } from "../../shell/words.ts";
import { wallTimeAt } from "./wall-time-at.ts";

/** Where values of some kinds are at home. */
export interface FieldPlace {
  /** The hall's time zone. */
  readonly zone: string;
  /** Of money whose field names none. */
  readonly currency: string;
  /** Finds records for a relation while somebody types. */
  readonly find: (target: "person" | "company", query: string, signal: AbortSignal) => Promise<readonly Choice[]>;
}

interface FieldInputProps {
  readonly field: Field;
  /** As it is stored. */
  readonly value?: FieldValue | undefined;
  /** As it was posted, after an answer. */
  readonly typed?: unknown;
  readonly error?: readonly string[] | undefined;
  readonly place: FieldPlace;
  /** What a relation leads to now, and what is offered without script. */
  readonly choices?: readonly Choice[] | undefined;
}

/** A control for a value of a hall's own field, of whatever kind; posts what `readFieldAnswers` reads. */
export function FieldInput(props: FieldInputProps) {
  const { t } = useWords();
  const { field, value, typed, error, place } = props;
  const common = {
    name: `fields.${field.id}`,
    label: field.name,
    description: field.hint ?? undefined,
    optionalLabel: field.required ? undefined : t(m.shell_optional),
    error,
  };
  const text = textOf(typed) ?? (value === undefined ? undefined : String(value));
  const need = { required: field.required };
  const options = field.options.filter(({ id, archived }) => !archived || id === value);
  switch (field.type) {
    case "long-text":
      return <TextAreaField {...common} {...need} rows={4} maxLength={10_000} defaultValue={text} />;
    case "number":
      return <NumberField {...common} {...need} defaultValue={text} />;
    case "money":
      return <MoneyInput {...props} common={{ ...common, ...need }} />;
    case "date":
      return <DateField {...common} {...need} defaultValue={text} />;
    case "date-time":
      return (
        <ZonedTimeField
          {...common}
          {...need}
          zone={place.zone}
          zoneField={`zones.${field.id}`}
          defaultValue={textOf(typed) ?? (typeof value === "string" ? wallTimeAt(value, place.zone) : undefined)}
        />
      );
    case "boolean":
      return (
        <SegmentedField
          {...common}
          defaultValue={text ?? ""}
          options={[
            { value: "", label: t(m.record_not_said) },
            { value: "true", label: t(m.staff_yes) },
            { value: "false", label: t(m.staff_no) },
          ]}
        />
      );
    case "select":
      return (
        <SelectField
          {...common}
          {...need}
          defaultValue={text ?? ""}
          options={[
            { value: "", label: t(m.record_not_said) },
            ...options.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      );
    case "multi-select":
      return (
        <CheckboxGroup
          {...common}
          defaultValue={listOf(typed) ?? (Array.isArray(value) ? value : [])}
          options={field.options
            .filter(({ id, archived }) => !archived || (Array.isArray(value) && value.includes(id)))
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      );
    case "relation":
      return <RelationInput {...props} common={{ ...common, ...need }} text={text} />;
    default:
      return <TextField {...common} {...need} {...kindOf[field.type]} autoComplete="off" defaultValue={text} />;
  }
}

const kindOf = {
  text: { maxLength: 500 },
  url: { type: "url", maxLength: 500, placeholder: "https://" },
  email: { type: "email", maxLength: 254 },
  phone: { type: "tel", maxLength: 40, placeholder: "+86 138 0013 8000" },
} as const;

interface Common {
  readonly name: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly optionalLabel: string | undefined;
  readonly error: readonly string[] | undefined;
  readonly required: boolean;
}

function MoneyInput({ field, value, typed, place, common }: FieldInputProps & { common: Common }) {
  const stored = typeof value === "object" && "currency" in value ? value : undefined;
  return (
    <MoneyField
      {...common}
      currency={stored?.currency ?? field.settings.currency ?? place.currency}
      currencyName={`currencies.${field.id}`}
      defaultValue={textOf(typed) ?? stored?.amount}
    />
  );
}

function RelationInput({
  field,
  place,
  choices,
  common,
  text,
}: FieldInputProps & { common: Common; text?: string | undefined }) {
  return (
    <ComboboxField
      {...common}
      options={choices ?? []}
      defaultValue={text}
      load={(query, signal) => place.find(field.settings.target ?? "person", query, signal)}
    />
  );
}

function textOf(typed: unknown): string | undefined {
  return typeof typed === "string" ? typed : undefined;
}

function listOf(typed: unknown): readonly string[] | undefined {
  if (typeof typed === "string") return [typed];
  return Array.isArray(typed) ? typed.filter((each) => typeof each === "string") : undefined;
}

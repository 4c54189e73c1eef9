import { m } from "@guildhall/i18n/messages";
import { type ColumnMapping, choiceOf, dateOrders, decimalMarks, type KeptProposal } from "@guildhall/people/schemas";
import { Chip, SelectField, TextField } from "@guildhall/ui";
import { useState } from "react";
import { useWords } from "../../../shell/words.ts";
import { type OwnField, type TargetGroup, typeOf } from "./target-groups.ts";

interface ColumnRowProps {
  readonly column: KeptProposal["columns"][number];
  readonly current: ColumnMapping;
  readonly currency: string;
  readonly groups: readonly TargetGroup[];
  readonly fields: readonly OwnField[];
  readonly errors: readonly string[];
}

/** A known export is said once, above; a mark on each of its columns would hide those to look at. */
const whys = {
  remembered: m.imports_why_remembered,
  header: m.imports_why_header,
  content: m.imports_why_content,
} as const;
const orders = { ymd: m.imports_order_ymd, dmy: m.imports_order_dmy, mdy: m.imports_order_mdy } as const;
const marks = { ".": m.imports_decimal_point, ",": m.imports_decimal_comma } as const;
const sure = 0.6;

/** One column: its name and some cells on one side, what it becomes on the other. */
export function ColumnRow({ column, current, currency, groups, fields, errors }: ColumnRowProps) {
  const { t } = useWords();
  const [choice, setChoice] = useState(choiceOf(current.target));
  const at = `columns[${column.column}]`;
  const type = typeOf(choice, fields);
  const dated = type === "date" || type === "date-time";
  const counted = type === "number" || type === "money";
  const quiet = choice === "skip";
  const doubtful = !quiet && (column.confidence < sure || column.doubt !== null);
  const why = column.why in whys ? whys[column.why as keyof typeof whys] : null;
  return (
    <li className="grid gap-x-s5 gap-y-s2 border-b py-s4 md:grid-cols-2">
      <div className="min-w-0">
        <p className={`flex flex-wrap items-center gap-s2 ${quiet ? "text-ink-3" : "font-medium"}`}>
          {column.name}
          {doubtful ? <Chip tone="ochre">{t(m.imports_why_look)}</Chip> : !quiet && why && <Chip>{t(why)}</Chip>}
        </p>
        <p className="mt-s1 truncate text-s text-ink-2">
          {column.examples.length > 0 ? column.examples.slice(0, 3).join(" · ") : t(m.imports_no_examples)}
        </p>
        {!quiet && column.doubt === "imports.phone-country-missing" && (
          <p className="mt-s1 text-s text-ochre">{t(m.imports_doubt_phone)}</p>
        )}
      </div>
      <div className="grid min-w-0 gap-s3">
        <SelectField
          id={`target-${column.column}`}
          name={`${at}.target`}
          label={t(m.imports_becomes, { column: column.name })}
          defaultValue={choice}
          options={[{ value: "skip", label: t(m.imports_t_skip) }]}
          groups={groups}
          onChange={(event) => setChoice(event.currentTarget.value)}
          error={errors}
        />
        {choice.startsWith("new-field:") && (
          <TextField
            id={`name-${column.column}`}
            name={`${at}.name`}
            label={t(m.imports_new_name)}
            defaultValue={current.target.to === "new-field" ? current.target.name : column.name.slice(0, 80)}
            maxLength={80}
          />
        )}
        {dated && (
          <SelectField
            id={`order-${column.column}`}
            name={`${at}.dateOrder`}
            label={t(m.imports_date_order)}
            description={column.doubt === "imports.date-doubtful" ? t(m.imports_doubt_date) : undefined}
            defaultValue={current.dateOrder ?? ""}
            placeholder={t(m.imports_order_any)}
            options={dateOrders.map((order) => ({ value: order, label: t(orders[order]) }))}
          />
        )}
        {counted && (
          <SelectField
            id={`mark-${column.column}`}
            name={`${at}.decimalMark`}
            label={t(m.imports_decimal)}
            description={column.doubt === "imports.number-doubtful" ? t(m.imports_doubt_number) : undefined}
            defaultValue={current.decimalMark ?? ""}
            placeholder={t(m.imports_decimal_any)}
            options={decimalMarks.map((mark) => ({ value: mark, label: t(marks[mark]) }))}
          />
        )}
        {type === "money" && (
          <TextField
            id={`currency-${column.column}`}
            name={`${at}.currency`}
            label={t(m.imports_currency)}
            defaultValue={current.currency ?? currency}
            maxLength={3}
            autoCapitalize="characters"
          />
        )}
      </div>
    </li>
  );
}

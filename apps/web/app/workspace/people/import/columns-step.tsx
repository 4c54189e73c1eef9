import { m } from "@guildhall/i18n/messages";
import { mapColumnsInput } from "@guildhall/people/schemas";
import { Button, FormActions, Section, SelectField } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { FormSummary } from "../../../shell/form-summary.tsx";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import { ColumnRow } from "./column-row.tsx";
import { systemName } from "./import-words.ts";
import type { RunView } from "./run-view.ts";
import { type OwnField, targetGroups } from "./target-groups.ts";

interface ColumnsStepProps {
  readonly run: RunView;
  readonly fields: readonly OwnField[];
  readonly countries: readonly { readonly code: string; readonly name: string }[];
}

const input = mapColumnsInput.omit({ runId: true });

/** What each column of the file becomes. */
export function ColumnsStep({ run, fields: own, countries }: ColumnsStepProps) {
  const words = useWords();
  const { t } = words;
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(input);
  const { proposal, mapping } = run;
  if (!proposal || !mapping) return null;
  const groups = targetGroups(words, { mapping, fields: own, preset: proposal.preset });
  const rows = fields.columns.getFieldList();
  const mapped = new Map(mapping.columns.map((column) => [column.column, column]));
  const system = proposal.preset && systemName(words, proposal.preset);
  return (
    <Section
      title={t(m.imports_columns_title)}
      description={system ? t(m.imports_columns_preset, { system }) : t(m.imports_columns_text)}
    >
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="grid gap-s4">
        <input type="hidden" name="act" value="map" />
        <FormSummary summary={summary} />
        <ol className="grid border-t">
          {proposal.columns.map((column) => {
            const current = mapped.get(column.column);
            const row = rows[column.column]?.getFieldset();
            return (
              current && (
                <ColumnRow
                  key={column.column}
                  column={column}
                  current={current}
                  currency={mapping.currency}
                  groups={groups}
                  fields={own}
                  errors={row ? errorsOf(row.target) : []}
                />
              )
            );
          })}
        </ol>
        <div className="max-w-form">
          <SelectField
            name={fields.defaultCountry.name}
            label={t(m.imports_country)}
            defaultValue={mapping.defaultCountry ?? ""}
            placeholder={t(m.imports_country_none)}
            options={countries.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
            error={errorsOf(fields.defaultCountry)}
          />
        </div>
        <FormActions>
          <Button type="submit" look="primary" pending={pending}>
            {t(m.imports_go_on)}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}

import { m } from "@guildhall/i18n/messages";
import { type Field, type FieldValues, fieldsFormSchema, formatFieldValue } from "@guildhall/people/schemas";
import { Button, Definition, DefinitionList, FormActions, FormFields } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { FormSummary } from "../shell/form-summary.tsx";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { FieldInput } from "../workspace/fields/field-input.tsx";

export const myFieldsForm = fieldsFormSchema;

interface MyFieldsProps {
  readonly fields: readonly Field[];
  readonly values: FieldValues;
  readonly zone: string;
}

/** What the hall wrote down about a member, as far as it lets them see it; what they may correct stands in a form. */
export function MyFields({ fields, values, zone }: MyFieldsProps) {
  const { t, locale } = useWords();
  const open = fields.filter(({ settings }) => settings.memberMay === "correct");
  const shown = fields.filter(({ settings }) => settings.memberMay !== "correct");
  return (
    <div className="grid gap-s5">
      {shown.length > 0 && (
        <DefinitionList>
          {shown.map((field) => {
            const value = values[field.id];
            return (
              <Definition key={field.id} term={field.name}>
                {value === undefined ? t(m.record_not_said) : formatFieldValue(field, value, { locale, zone })}
              </Definition>
            );
          })}
        </DefinitionList>
      )}
      {open.length > 0 && <Correct fields={open} values={values} zone={zone} />}
    </div>
  );
}

function Correct({ fields, values, zone }: MyFieldsProps) {
  const { t, locale } = useWords();
  const { form, fields: controls, errorsOf, summary, pending } = useSchemaForm(myFieldsForm(fields), { act: "fields" });
  const of = controls.fields.getFieldset();
  // Relations are never a member's to correct, so nothing is looked for.
  const place = { zone, currency: locale === "zh-CN" ? "CNY" : "EUR", find: () => Promise.resolve([]) };
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      <input type="hidden" name="act" value="fields" />
      <FormFields>
        <FormSummary summary={summary} />
        {fields.map((field) => {
          const control = of[field.id];
          return (
            <FieldInput
              key={field.id}
              field={field}
              place={place}
              value={values[field.id]}
              typed={control?.initialValue}
              error={control && errorsOf(control)}
            />
          );
        })}
        <FormActions>
          <Button type="submit" pending={pending}>
            {t(m.record_me_save)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}

import { m } from "@guildhall/i18n/messages";
import { addAffiliationInput } from "@guildhall/people/schemas";
import { Button, CheckboxField, FormActions, FormFields, TextField } from "@guildhall/ui";
import { type Choice, ComboboxField } from "@guildhall/ui/choice";
import { DateField } from "@guildhall/ui/dates";
import { Form } from "@remix-run/react";
import { z } from "zod";
import { FormSummary } from "../../shell/form-summary.tsx";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { useFieldPlace } from "../fields/use-field-place.ts";

const { personId: _, ...shape } = addAffiliationInput.shape;
const input = z.object(shape);

/** A place in a company, now or in the past. */
export function PositionForm({ companies }: { readonly companies: readonly Choice[] }) {
  const { t } = useWords();
  const place = useFieldPlace();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(input, { act: "add" });
  return (
    <>
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <input type="hidden" name="act" value="add" />
        <FormFields>
          <ComboboxField
            name={fields.companyId.name}
            label={t(m.companies_company)}
            required
            options={companies}
            load={(query, signal) => place.find("company", query, signal)}
            defaultValue={fields.companyId.initialValue}
            error={errorsOf(fields.companyId)}
          />
          <TextField
            name={fields.title.name}
            label={t(m.companies_position_title)}
            optionalLabel={t(m.shell_optional)}
            maxLength={120}
            autoComplete="off"
            defaultValue={fields.title.initialValue}
            error={errorsOf(fields.title)}
          />
          <DateField
            name={fields.since.name}
            label={t(m.companies_position_since)}
            optionalLabel={t(m.shell_optional)}
            defaultValue={fields.since.initialValue}
            error={errorsOf(fields.since)}
          />
          <DateField
            name={fields.until.name}
            label={t(m.companies_position_until)}
            optionalLabel={t(m.shell_optional)}
            description={t(m.companies_position_until_hint)}
            defaultValue={fields.until.initialValue}
            error={errorsOf(fields.until)}
          />
          <CheckboxField
            name={fields.preferred.name}
            label={t(m.companies_position_prefer_label)}
            defaultChecked={fields.preferred.initialValue === "on"}
          />
          <FormActions>
            <Button type="submit" look="primary" pending={pending}>
              {t(m.companies_position_add)}
            </Button>
          </FormActions>
        </FormFields>
      </Form>
    </>
  );
}

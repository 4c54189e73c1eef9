import { m } from "@guildhall/i18n/messages";
import { matchingInput } from "@guildhall/people/schemas";
import { Button, FormActions, FormFields, RadioField, Section } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { FormSummary } from "../../../shell/form-summary.tsx";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import type { RunView } from "./run-view.ts";

const input = matchingInput.omit({ runId: true });

/** What happens to those whom the hall knows already. */
export function MatchingStep({ run }: { readonly run: RunView }) {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(input);
  const options = [
    { value: "fill", label: t(m.imports_mode_fill), description: t(m.imports_mode_fill_text) },
    { value: "update", label: t(m.imports_mode_update), description: t(m.imports_mode_update_text) },
    { value: "skip", label: t(m.imports_mode_skip), description: t(m.imports_mode_skip_text) },
  ];
  return (
    <Section title={t(m.imports_matching_title)} description={t(m.imports_matching_text)}>
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <input type="hidden" name="act" value="match" />
        <FormFields>
          <FormSummary summary={summary} />
          <RadioField
            name={fields.mode.name}
            label={t(m.imports_mode)}
            options={options}
            defaultValue={run.mode}
            slips
            error={errorsOf(fields.mode)}
          />
          <FormActions>
            <Button type="submit" look="primary" pending={pending}>
              {t(m.imports_preview_go)}
            </Button>
          </FormActions>
        </FormFields>
      </Form>
    </Section>
  );
}

import { m } from "@guildhall/i18n/messages";
import { joinAsMeInput } from "@guildhall/people/schemas";
import { Button, FormActions, FormFields, TextAreaField, TextField } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { FormSummary } from "../shell/form-summary.tsx";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { usePortal } from "./use-portal.ts";

interface JoinAsMeFormProps {
  readonly asks: boolean;
  readonly fullName: string;
  /** What the one button says. */
  readonly act: string;
}

/** For whoever is signed in: one click, with the name they are to be known by here. */
export function JoinAsMeForm({ asks, fullName, act }: JoinAsMeFormProps) {
  const { t } = useWords();
  const { tenant, email } = usePortal();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(joinAsMeInput);
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      <FormFields>
        <FormSummary summary={summary} />
        <p className="text-ink-2">{t(m.portal_as_me, { email: email ?? "" })}</p>
        <TextField
          name={fields.fullName.name}
          label={t(m.portal_name)}
          description={t(m.portal_name_hint)}
          autoComplete="name"
          maxLength={200}
          required
          defaultValue={fields.fullName.initialValue ?? fullName}
          error={errorsOf(fields.fullName)}
        />
        {asks && (
          <TextAreaField
            name={fields.note.name}
            label={t(m.portal_note, { house: tenant.name })}
            optionalLabel={t(m.shell_optional)}
            description={t(m.portal_note_hint)}
            maxLength={1_000}
            defaultValue={fields.note.initialValue}
            error={errorsOf(fields.note)}
          />
        )}
        <FormActions>
          <Button type="submit" look="primary" size="l" wide pending={pending}>
            {act}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}

import { askForResetInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, FormFields, TextField } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { FormSummary } from "../shell/form-summary.tsx";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";

/** Asks for the address that a link to set a password is sent to. */
export function ResetForm() {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(askForResetInput);
  return (
    <>
      <FormSummary summary={summary} />
      <Form method="post" action="/reset" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <TextField
            name={fields.email.name}
            label={t(m.auth_email)}
            type="email"
            autoComplete="username"
            required
            defaultValue={fields.email.initialValue}
            error={errorsOf(fields.email)}
          />
          <Button type="submit" look="primary" size="l" wide pending={pending}>
            {t(m.signin_reset_send)}
          </Button>
        </FormFields>
      </Form>
    </>
  );
}

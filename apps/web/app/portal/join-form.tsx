import { m } from "@guildhall/i18n/messages";
import { joinInput } from "@guildhall/people/schemas";
import { Button, FormActions, FormFields, PasswordField, TextAreaField, TextField } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { FormSummary } from "../shell/form-summary.tsx";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { usePortal } from "./use-portal.ts";

interface JoinFormProps {
  /** Whether staff look first, and so want a word. */
  readonly asks: boolean;
  readonly fullName?: string;
  /** Fixed where the invitation came to it. */
  readonly email?: string;
}

/** For whoever is not signed in: a name and an address, and a password for those who want one. */
export function JoinForm({ asks, fullName = "", email }: JoinFormProps) {
  const { t } = useWords();
  const { tenant } = usePortal();
  const house = { house: tenant.name };
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(joinInput);
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      <FormFields>
        <FormSummary summary={summary} />
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
        <TextField
          name={fields.email.name}
          label={t(m.portal_email)}
          type="email"
          autoComplete="email"
          required
          readOnly={email !== undefined}
          defaultValue={email ?? fields.email.initialValue}
          error={errorsOf(fields.email)}
        />
        <PasswordField
          name={fields.password.name}
          label={t(m.portal_password)}
          optionalLabel={t(m.shell_optional)}
          description={t(m.portal_password_hint)}
          autoComplete="new-password"
          error={errorsOf(fields.password)}
        />
        {asks && (
          <TextAreaField
            name={fields.note.name}
            label={t(m.portal_note, house)}
            optionalLabel={t(m.shell_optional)}
            description={t(m.portal_note_hint)}
            maxLength={1_000}
            defaultValue={fields.note.initialValue}
            error={errorsOf(fields.note)}
          />
        )}
        <FormActions>
          <Button type="submit" look="primary" size="l" wide pending={pending}>
            {email === undefined ? t(m.portal_send_link) : t(m.portal_join_house, house)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}

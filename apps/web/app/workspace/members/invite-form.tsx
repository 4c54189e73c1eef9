import { m } from "@guildhall/i18n/messages";
import { inviteMembersInput } from "@guildhall/people/schemas";
import { Button, FormActions, FormFields, TextAreaField } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { FormSummary } from "../../shell/form-summary.tsx";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";

/** Addresses to write to; or one link for many. */
export function InviteForm() {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(inviteMembersInput);
  const typed = fields.emails.initialValue;
  return (
    <>
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <FormSummary summary={summary} />
          <TextAreaField
            name={fields.emails.name}
            label={t(m.portal_invite_emails)}
            description={t(m.portal_invite_emails_hint)}
            rows={4}
            required
            autoComplete="off"
            defaultValue={typeof typed === "string" ? typed : ""}
            error={errorsOf(fields.emails)}
          />
          <FormActions>
            <Button type="submit" look="primary" icon="mail" pending={pending}>
              {t(m.portal_invite_send)}
            </Button>
          </FormActions>
        </FormFields>
      </Form>
      <Form method="post">
        <Button type="submit" name="act" value="link">
          {t(m.portal_invite_link)}
        </Button>
      </Form>
    </>
  );
}

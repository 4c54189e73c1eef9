import { m } from "@guildhall/i18n/messages";
import { joinWithNewAccountInput, proveMailboxInput } from "@guildhall/people/schemas";
import { Button, FormActions, FormFields, Notice, PasswordField, TextField, TextLink } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { z } from "zod";
import { FormSummary } from "../../shell/form-summary.tsx";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";

const nothing = z.object({});

/** Signed in as the right one: in with one press. */
export function JoinForm({ hall }: { readonly hall: string }) {
  const { t } = useWords();
  const { form, summary, pending } = useSchemaForm(nothing);
  return (
    <>
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} className="grid justify-items-start gap-s4">
        <Button type="submit" look="primary" size="l" name="act" value="join" pending={pending}>
          {t(m.staff_join_now, { hall })}
        </Button>
        <Button type="submit" look="quiet" size="s" name="act" value="switch">
          {t(m.staff_join_other_account)}
        </Button>
      </Form>
    </>
  );
}

/** Signed in as somebody else than the one who was invited. */
export function SwitchForm() {
  const { t } = useWords();
  const { form, summary, pending } = useSchemaForm(nothing);
  return (
    <>
      <FormSummary summary={summary} />
      <Form method="post" id={form.id}>
        <Button type="submit" look="primary" size="l" name="act" value="switch" pending={pending}>
          {t(m.staff_join_switch)}
        </Button>
      </Form>
    </>
  );
}

/** Nobody yet: a name and a password are all that is needed, since the mailbox has proved itself. */
export function AccountForm({ fullName, signIn }: { readonly fullName: string | null; readonly signIn: string }) {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(joinWithNewAccountInput);
  return (
    <>
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <input type="hidden" name="act" value="account" />
        <FormFields>
          <TextField
            name={fields.fullName.name}
            label={t(m.people_name)}
            autoComplete="name"
            maxLength={200}
            required
            defaultValue={fields.fullName.initialValue ?? fullName ?? ""}
            error={errorsOf(fields.fullName)}
          />
          <PasswordField
            name={fields.password.name}
            label={t(m.auth_password)}
            description={t(m.staff_join_password_hint)}
            autoComplete="new-password"
            required
            error={errorsOf(fields.password)}
          />
          <FormActions>
            <Button type="submit" look="primary" size="l" wide pending={pending}>
              {t(m.staff_join_make_account)}
            </Button>
          </FormActions>
        </FormFields>
      </Form>
      <HasAccount signIn={signIn} />
    </>
  );
}

/** By a link that was passed on: first the mailbox has to prove itself. */
export function ProveForm({
  me,
  signIn,
  sent,
}: {
  readonly me: string | null;
  readonly signIn: string;
  readonly sent: boolean;
}) {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(proveMailboxInput);
  return (
    <>
      {sent && <Notice tone="success" live title={t(m.staff_join_sent_title)} />}
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <input type="hidden" name="act" value="prove" />
        <FormFields>
          <TextField
            name={fields.email.name}
            label={t(m.auth_email)}
            type="email"
            autoComplete="email"
            required
            defaultValue={fields.email.initialValue ?? me ?? ""}
            error={errorsOf(fields.email)}
          />
          <FormActions>
            <Button type="submit" look={sent ? "plain" : "primary"} size="l" wide pending={pending}>
              {sent ? t(m.staff_join_send_again) : t(m.staff_join_send)}
            </Button>
          </FormActions>
        </FormFields>
      </Form>
      {me === null && <HasAccount signIn={signIn} />}
    </>
  );
}

function HasAccount({ signIn }: { readonly signIn: string }) {
  const { t } = useWords();
  return (
    <p className="text-ink-2">
      {t(m.staff_join_has_account)} <TextLink href={signIn}>{t(m.auth_sign_in)}</TextLink>
    </p>
  );
}

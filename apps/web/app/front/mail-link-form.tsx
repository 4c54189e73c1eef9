import { signInLinkInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, FormFields, TextField, TextLink } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { onTheWay } from "./onward.ts";

/** What is offered where a link or a code has done its work: another one, at once. The sign-in page answers. */
export function MailLinkForm({ to }: { readonly to?: string | undefined }) {
  const { t } = useWords();
  const { form, fields, errorsOf, pending } = useSchemaForm(signInLinkInput);
  return (
    <Form
      method="post"
      action={onTheWay("/login", to)}
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate={form.noValidate}
    >
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
        <Button type="submit" name="by" value="link" icon="mail" look="primary" size="l" wide pending={pending}>
          {t(m.signin_mail_link)}
        </Button>
        <p>
          <TextLink href={onTheWay("/login", to)} alone>
            {t(m.signin_other_way)}
          </TextLink>
        </p>
      </FormFields>
    </Form>
  );
}

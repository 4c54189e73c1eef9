import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, FormFields, PasswordField, TextField, TextLink } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { FormSummary } from "../shell/form-summary.tsx";
import { PasskeyOffer } from "../shell/passkey-offer.tsx";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { DoorPage } from "./door-page.tsx";
import { loginInput } from "./login-input.ts";
import { onTheWay } from "./onward.ts";
import { PasskeyDoor } from "./passkey-door.tsx";

/** The usual way in, and beside it the ways without a password. */
export function PasswordDoor({ to }: { readonly to: string | undefined }) {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(loginInput);
  return (
    <DoorPage
      title={t(m.auth_sign_in_title)}
      text={t(m.auth_sign_in_text)}
      aside={
        <p>
          {t(m.signin_new_here)}{" "}
          <TextLink href="/signup" alone>
            {t(m.signin_open_hall)}
          </TextLink>
        </p>
      }
    >
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormFields>
          <TextField
            name={fields.email.name}
            label={t(m.auth_email)}
            type="email"
            autoComplete="username webauthn"
            required
            defaultValue={fields.email.initialValue}
            error={errorsOf(fields.email)}
          />
          <div className="grid gap-s1">
            <PasswordField
              name={fields.password.name}
              label={t(m.auth_password)}
              autoComplete="current-password"
              error={errorsOf(fields.password)}
            />
            <span className="justify-self-end text-s">
              <TextLink href="/reset" alone>
                {t(m.signin_forgot)}
              </TextLink>
            </span>
          </div>
          <Button type="submit" look="primary" size="l" wide pending={pending}>
            {t(m.auth_sign_in)}
          </Button>
          <p className="flex items-center gap-s3 text-s text-ink-3">
            <span className="h-px flex-1 bg-line" />
            {t(m.signin_or)}
            <span className="h-px flex-1 bg-line" />
          </p>
          <div className="grid gap-s2">
            <PasskeyDoor to={to} />
            <Button type="submit" name={fields.by.name} value="link" icon="mail" size="l" wide disabled={pending}>
              {t(m.signin_mail_link)}
            </Button>
            <ButtonLink href={onTheWay("/login", to, { by: "sms" })} icon="phone" size="l" wide>
              {t(m.signin_text_code)}
            </ButtonLink>
          </div>
        </FormFields>
      </Form>
      <PasskeyOffer action={onTheWay("/login/passkey", to)} />
    </DoorPage>
  );
}

import { m } from "@guildhall/i18n/messages";
import { signUpInput } from "@guildhall/people/schemas";
import { Button, FormActions, FormFields, PasswordField, TextField, TextLink } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useEffect, useState } from "react";
import { FormSummary } from "../../shell/form-summary.tsx";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { SlugField } from "./slug-field.tsx";
import { useSlug } from "./use-slug.ts";

interface SignUpFormProps {
  readonly host: string;
  readonly signedIn: boolean;
  readonly onHall: (hall: { company: string; slug: string }) => void;
}

/** Everything that a hall needs to be there; for whoever is signed in, without what an account has already. */
export function SignUpForm({ host, signedIn, onHall }: SignUpFormProps) {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(
    signedIn ? signUpInput.partial({ email: true, password: true }) : signUpInput,
  );
  const [company, setCompany] = useState(fields.company.initialValue ?? "");
  const slug = useSlug({ company, initial: fields.slug.initialValue ?? "" });
  useEffect(() => onHall({ company, slug: slug.value }), [onHall, company, slug.value]);
  return (
    <>
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <TextField
            name={fields.company.name}
            label={t(m.signup_company)}
            autoComplete="organization"
            maxLength={200}
            required
            value={company}
            onChange={(event) => setCompany(event.currentTarget.value)}
            error={errorsOf(fields.company)}
          />
          <SlugField name={fields.slug.name} host={host} slug={slug} error={errorsOf(fields.slug)} />
          <TextField
            name={fields.fullName.name}
            label={t(m.signup_your_name)}
            autoComplete="name"
            maxLength={200}
            required
            defaultValue={fields.fullName.initialValue}
            error={errorsOf(fields.fullName)}
          />
          {!signedIn && (
            <>
              <TextField
                name={fields.email.name}
                label={t(m.auth_email)}
                description={t(m.signup_email_hint)}
                type="email"
                autoComplete="username"
                maxLength={254}
                required
                defaultValue={fields.email.initialValue}
                error={errorsOf(fields.email)}
              />
              <PasswordField
                name={fields.password.name}
                label={t(m.auth_password)}
                description={t(m.signup_password_hint)}
                autoComplete="new-password"
                required
                error={errorsOf(fields.password)}
              />
            </>
          )}
          <BrowserTimeZone name={fields.timeZone.name} />
          <FormActions>
            <Button type="submit" look="primary" size="l" wide pending={pending}>
              {signedIn ? t(m.signup_open) : t(m.signup_submit)}
            </Button>
          </FormActions>
          {!signedIn && (
            <p className="text-s text-ink-2">
              {t(m.signup_have_account)}{" "}
              <TextLink href="/login?to=/signup" alone>
                {t(m.auth_sign_in)}
              </TextLink>
            </p>
          )}
        </FormFields>
      </Form>
    </>
  );
}

/** The time zone that the browser lives in, sent along where scripts run. */
function BrowserTimeZone({ name }: { readonly name: string }) {
  const [zone, setZone] = useState("");
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return <input type="hidden" name={name} value={zone} />;
}

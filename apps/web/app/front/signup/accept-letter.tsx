import { m } from "@guildhall/i18n/messages";
import { acceptSignUpInput, type PendingSignUp } from "@guildhall/people/schemas";
import { Button, ButtonLink, FormActions, FormFields, Notice, PasswordField, Stamp, Title } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { FormSummary } from "../../shell/form-summary.tsx";
import { SignOut } from "../../shell/sign-out.tsx";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { SlugField } from "./slug-field.tsx";
import { useSlug } from "./use-slug.ts";

interface AcceptLetterProps {
  readonly signUp: PendingSignUp;
  readonly here: string;
  readonly host: string;
  readonly signedInAs: string | null;
}

/** The hall that was asked for, one press before it is there. */
export function AcceptLetter({ signUp, here, host, signedInAs }: AcceptLetterProps) {
  const { t } = useWords();
  const { company, slug, fullName, email, needs } = signUp;
  return (
    <div className="framed grid gap-s5 bg-surface px-s5 py-s7 sm:px-s7">
      <Stamp name={company} size="xl" turned />
      <div>
        <p className="text-ink-2">{t(m.signup_accept_hello, { name: fullName })}</p>
        <Title level={1} size="l">
          {company}
        </Title>
        <p className="mt-s2 break-all text-ink-2">
          {host}
          {slug}
        </p>
      </div>
      {needs === "sign-in" ? (
        <SignInFirst here={here} email={email} signedInAs={signedInAs} />
      ) : (
        <AcceptForm signUp={signUp} host={host} />
      )}
    </div>
  );
}

function SignInFirst({ here, email, signedInAs }: { here: string; email: string; signedInAs: string | null }) {
  const { t } = useWords();
  if (signedInAs)
    return (
      <Notice tone="warning" title={t(m.signup_accept_other_title, { email: signedInAs })} action={<SignOut />}>
        {t(m.signup_accept_other_text, { email })}
      </Notice>
    );
  return (
    <>
      <p className="max-w-read leading-read">{t(m.signup_accept_sign_in, { email })}</p>
      <p>
        <ButtonLink look="primary" size="l" href={`/login?to=${encodeURIComponent(here)}`}>
          {t(m.auth_sign_in)}
        </ButtonLink>
      </p>
    </>
  );
}

function AcceptForm({ signUp, host }: { readonly signUp: PendingSignUp; readonly host: string }) {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(acceptSignUpInput);
  const slugError = errorsOf(fields.slug);
  const slug = useSlug({ company: signUp.company, initial: fields.slug.initialValue ?? signUp.suggestion ?? "" });
  const choosing = !signUp.slugFree || slugError.length > 0;
  return (
    <>
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          {choosing && (
            <>
              <Notice tone="warning" title={t(m.signup_accept_taken_title, { slug: signUp.slug })}>
                {t(m.signup_accept_taken_text)}
              </Notice>
              <SlugField name={fields.slug.name} host={host} slug={slug} error={slugError} />
            </>
          )}
          {signUp.needs === "password" && (
            <PasswordField
              name={fields.password.name}
              label={t(m.signup_accept_password)}
              description={t(m.signup_accept_password_hint)}
              autoComplete="new-password"
              required
              error={errorsOf(fields.password)}
            />
          )}
          <FormActions>
            <Button type="submit" look="primary" size="l" wide pending={pending}>
              {t(m.signup_open)}
            </Button>
          </FormActions>
        </FormFields>
      </Form>
    </>
  );
}

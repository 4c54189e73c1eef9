import { readReset, resetPasswordByLink } from "@guildhall/auth";
import { resetPasswordInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, FormFields, PasswordField } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { FormSummary } from "../shell/form-summary.tsx";
import { pageTitle } from "../shell/page-title.ts";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { DoorPage } from "./door-page.tsx";
import { finishSignIn } from "./finish-sign-in.ts";
import { knock, porchOf } from "./knock.ts";
import { ResetForm } from "./reset-form.tsx";

const door = route({ area: "public", params: z.object({ token: z.string().max(200) }) });

export const loader = door.loader(async ({ house, params }) => {
  const account = await readReset(porchOf(house), params.token, { at: new Date() });
  return { email: account?.email ?? null };
});

export const action = door.action(async ({ request, house, visit, params }) =>
  answerForm(await request.formData(), resetPasswordInput, async (input) => {
    const arrival = await knock(request, house, visit);
    const outcome = await resetPasswordByLink(porchOf(house), params.token, input, arrival);
    if (!outcome) return seeOther(`/reset/${encodeURIComponent(params.token)}`); // which says that it is over
    return finishSignIn({ request, house, visit }, outcome, null);
  }),
);

export const meta = pageTitle(m.signin_new_password_title);

export default function ResetLink() {
  const { email } = useLoaderData<typeof loader>();
  const { t } = useWords();
  if (email === null)
    return (
      <DoorPage title={t(m.signin_link_gone_title)} text={t(m.signin_reset_gone_text)}>
        <ResetForm />
      </DoorPage>
    );
  return (
    <DoorPage title={t(m.signin_new_password_title)} text={t(m.signin_new_password_text, { email })}>
      <NewPassword email={email} />
    </DoorPage>
  );
}

function NewPassword({ email }: { readonly email: string }) {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(resetPasswordInput);
  return (
    <>
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        {/* Tells a password manager whose password this is. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <FormFields>
          <PasswordField
            name={fields.password.name}
            label={t(m.signin_new_password)}
            description={t(m.signin_new_password_hint)}
            autoComplete="new-password"
            required
            error={errorsOf(fields.password)}
          />
          <Button type="submit" look="primary" size="l" wide pending={pending}>
            {t(m.signin_set_password)}
          </Button>
        </FormFields>
      </Form>
    </>
  );
}

import { changePassword, listFactors } from "@guildhall/auth";
import { changePasswordInput } from "@guildhall/auth/schemas";
import { unauthenticated } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, PageHeader, PasswordField, Stack, SubmitRow } from "@guildhall/ui";
import { redirect } from "@remix-run/node";
import { Form } from "@remix-run/react";
import { knock, porchOf } from "../../front/knock.ts";
import { route, seeOther } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { keepToken, whoIsHere } from "../../server/who-is-here.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";

export const meta = pageTitle(m.account_password_change);

const here = route({ area: "account" });

export const loader = here.loader(async ({ visit, house }) => {
  const { user } = await whoIsHere(visit);
  const { password } = await listFactors(house.database, user.id);
  return password ? null : redirect("/reset"); // without an old one, a mail proves whose it is
});

export const action = here.action(async ({ visit, house, request }) =>
  answerForm(await request.formData(), changePasswordInput, async (input) => {
    const arrival = await knock(request, house, visit);
    if (!arrival.previousToken) throw unauthenticated();
    keepToken({ house, visit }, await changePassword(porchOf(house), arrival.previousToken, input, arrival));
    return seeOther("/account/security?done=password-changed");
  }),
);

export default function ChangePassword() {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(changePasswordInput);
  return (
    <Stack gap={5}>
      <PageHeader size="l" title={t(m.account_password_change)} description={t(m.account_password_change_text)} />
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <div className="grid max-w-form gap-s4">
          <PasswordField
            name={fields.current.name}
            label={t(m.account_password_current)}
            autoComplete="current-password"
            required
            error={errorsOf(fields.current)}
          />
          <PasswordField
            name={fields.password.name}
            label={t(m.account_password_new)}
            description={t(m.account_password_new_hint)}
            autoComplete="new-password"
            required
            error={errorsOf(fields.password)}
          />
          <SubmitRow label={t(m.account_password_change)} pending={pending}>
            <ButtonLink look="quiet" href="/account/security">
              {t(m.shell_cancel)}
            </ButtonLink>
          </SubmitRow>
        </div>
      </Form>
    </Stack>
  );
}

import { askForEmailChange, cancelEmailChange, findEmailChange } from "@guildhall/auth";
import { changeEmailInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, Notice, PageHeader, Row, Stack, SubmitRow, TextField } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { knock, porchOf } from "../../front/knock.ts";
import { route, seeOther } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { requireFresh } from "../../server/require-fresh.ts";
import { whoIsHere } from "../../server/who-is-here.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";

export const meta = pageTitle(m.account_email_change);

const here = route({ area: "account" });

export const loader = here.loader(async ({ visit, house }) => {
  const who = await whoIsHere(visit);
  requireFresh(who);
  return { email: who.user.email, change: await findEmailChange(porchOf(house), who.user.id, new Date()) };
});

export const action = here.action(async ({ visit, house, request }) => {
  const who = await whoIsHere(visit);
  const form = await request.formData();
  if (form.get("act") === "cancel") {
    await cancelEmailChange(porchOf(house), who.user.id, new Date());
    return seeOther("/account/security");
  }
  requireFresh(who);
  return answerForm(form, changeEmailInput, async (input) => {
    await askForEmailChange(porchOf(house), who.user.id, input, await knock(request, house, visit));
    return seeOther("/account/security/email");
  });
});

export default function ChangeEmail() {
  const { t } = useWords();
  const { email, change } = useLoaderData<typeof loader>();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(changeEmailInput);
  return (
    <Stack gap={5}>
      <PageHeader size="l" title={t(m.account_email_change)} description={t(m.account_email_change_text, { email })} />
      <FormSummary summary={summary} />
      {change && (
        <Notice tone="info" title={t(m.account_email_waiting, { email: change.newEmail })}>
          {waitsFor(change)}
        </Notice>
      )}
      {change && (
        <Form method="post">
          <Row>
            <Button type="submit" name="act" value="cancel">
              {t(m.account_email_cancel)}
            </Button>
          </Row>
        </Form>
      )}
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <div className="grid max-w-form gap-s4">
          <TextField
            name={fields.email.name}
            label={t(m.account_email_new)}
            type="email"
            autoComplete="email"
            required
            defaultValue={fields.email.initialValue}
            error={errorsOf(fields.email)}
          />
          <SubmitRow label={t(m.account_email_ask)} pending={pending}>
            <ButtonLink look="quiet" href="/account/security">
              {t(m.shell_cancel)}
            </ButtonLink>
          </SubmitRow>
        </div>
      </Form>
    </Stack>
  );

  function waitsFor({ oldConfirmed, newConfirmed }: { oldConfirmed: boolean; newConfirmed: boolean }): string {
    if (oldConfirmed) return t(m.account_email_waits_new);
    return newConfirmed ? t(m.account_email_waits_old) : t(m.account_email_waits_both);
  }
}

import { type AuthenticatorSecret, confirmAuthenticator, showAuthenticator } from "@guildhall/auth";
import { authenticatorCodeInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, CodeField, CopyField, PageHeader, Row, Stack, SubmitRow } from "@guildhall/ui";
import { QrCode } from "@guildhall/ui/qr";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { keepToken, whoIsHere } from "../../server/who-is-here.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords, wordsIn } from "../../shell/words.ts";
import { RecoveryCodeList } from "./recovery-code-list.tsx";

export const meta = pageTitle(m.account_app_set_up);

const here = route({ area: "account", search: z.object({ setup: z.string().max(100) }) });

export const loader = here.loader(async ({ visit, house, search }) => {
  const who = await whoIsHere(visit);
  const issuer = wordsIn(await visit.locale()).t(m.shell_name);
  return showAuthenticator(house, who, { token: search.setup, issuer, now: new Date() });
});

export const action = here.action(async ({ visit, house, request, search }) => {
  const who = await whoIsHere(visit);
  return answerForm(
    await request.formData(),
    authenticatorCodeInput,
    async ({ code }) => {
      const { sessionToken, recoveryCodes } = await confirmAuthenticator(house, who, {
        token: search.setup,
        code,
        now: new Date(),
      });
      keepToken({ house, visit }, sessionToken);
      return data({ recoveryCodes });
    },
    { field: "code" },
  );
});

export default function SetUpAuthenticator() {
  const codes = useActionData<{ recoveryCodes?: readonly string[] }>()?.recoveryCodes;
  const shown = useLoaderData<typeof loader>();
  if (codes) return <RecoveryCodeList codes={codes} />;
  return shown ? <ScanAndConfirm {...shown} /> : <SetUpOver />;
}

/** Its half hour is over, or it was finished in another window. */
function SetUpOver() {
  const { t } = useWords();
  return (
    <Stack gap={5}>
      <PageHeader size="l" title={t(m.account_app_over_title)} description={t(m.account_app_over_text)} />
      <Row>
        <ButtonLink href="/account/security">{t(m.account_security_title)}</ButtonLink>
      </Row>
    </Stack>
  );
}

function ScanAndConfirm({ uri, typed }: AuthenticatorSecret) {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(authenticatorCodeInput);
  return (
    <Stack gap={5}>
      <PageHeader size="l" title={t(m.account_app_set_up)} description={t(m.account_app_scan_text)} />
      <FormSummary summary={summary} />
      <div className="max-w-form">
        <QrCode value={uri} label={t(m.account_app_qr)} size="l" />
        <div className="mt-s4">
          <CopyField label={t(m.account_app_secret)} value={typed} description={t(m.account_app_secret_hint)} exact />
        </div>
      </div>
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <div className="grid max-w-form gap-s4">
          <CodeField
            name={fields.code.name}
            label={t(m.account_code)}
            description={t(m.account_app_code_hint)}
            required
            error={errorsOf(fields.code)}
          />
          <SubmitRow label={t(m.account_app_confirm)} pending={pending}>
            <ButtonLink look="quiet" href="/account/security">
              {t(m.shell_cancel)}
            </ButtonLink>
          </SubmitRow>
        </div>
      </Form>
    </Stack>
  );
}

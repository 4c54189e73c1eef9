import { renewRecoveryCodes } from "@guildhall/auth";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, PageHeader, Stack, SubmitRow } from "@guildhall/ui";
import { data } from "@remix-run/node";
import { Form, useActionData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { route } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { keepToken, whoIsHere } from "../../server/who-is-here.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { RecoveryCodeList } from "./recovery-code-list.tsx";

export const meta = pageTitle(m.account_codes_renew);

const here = route({ area: "account" });
const nothing = z.object({});

export const loader = here.loader(async () => null);

export const action = here.action(async ({ visit, house, request }) => {
  const who = await whoIsHere(visit);
  return answerForm(await request.formData(), nothing, async () => {
    const { sessionToken, recoveryCodes } = await renewRecoveryCodes(house.database, who, new Date());
    keepToken({ house, visit }, sessionToken);
    return data({ recoveryCodes });
  });
});

export default function RenewCodes() {
  const { t } = useWords();
  const codes = useActionData<{ recoveryCodes?: readonly string[] }>()?.recoveryCodes;
  const { summary } = useSchemaForm(nothing);
  const pending = useNavigation().state === "submitting";
  if (codes) return <RecoveryCodeList codes={codes} />;
  return (
    <Stack gap={5}>
      <PageHeader size="l" title={t(m.account_codes_renew)} description={t(m.account_codes_renew_text)} />
      <FormSummary summary={summary} />
      <Form method="post">
        <SubmitRow label={t(m.account_codes_renew)} pending={pending}>
          <ButtonLink look="quiet" href="/account/security">
            {t(m.shell_cancel)}
          </ButtonLink>
        </SubmitRow>
      </Form>
    </Stack>
  );
}

import { askForPhoneCode, findPhoneToVerify, listFactors, removePhone, verifyPhone } from "@guildhall/auth";
import { codeInput, phoneInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, CodeField, PageHeader, Row, Section, Stack, SubmitRow, TextField } from "@guildhall/ui";
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

export const meta = pageTitle(m.account_phone_title);

const here = route({ area: "account" });

export const loader = here.loader(async ({ visit, house }) => {
  const who = await whoIsHere(visit);
  requireFresh(who);
  const { phone } = await listFactors(house.database, who.user.id);
  return { phone, waiting: await findPhoneToVerify(porchOf(house), who.user.id, new Date()) };
});

export const action = here.action(async ({ visit, house, request }) => {
  const who = await whoIsHere(visit);
  requireFresh(who);
  const [form, porch, arrival] = [await request.formData(), porchOf(house), await knock(request, house, visit)];
  if (form.get("act") === "remove") {
    await removePhone(porch, who.user.id, arrival);
    return seeOther("/account/security");
  }
  if (form.has("code"))
    return answerForm(form, codeInput, async (input) => {
      await verifyPhone(porch, who.user.id, input, arrival);
      return seeOther("/account/security");
    });
  return answerForm(form, phoneInput, async (input) => {
    await askForPhoneCode(porch, who.user.id, input, arrival);
    return seeOther("/account/security/phone");
  });
});

export default function Phone() {
  const { t } = useWords();
  const { phone, waiting } = useLoaderData<typeof loader>();
  return (
    <Stack gap={6}>
      <PageHeader size="l" title={t(m.account_phone_title)} description={t(m.account_phone_text)} />
      {waiting && <CodeSent phone={waiting} />}
      <NumberForm known={phone} secondary={waiting !== null} />
      {phone && (
        <Section title={t(m.account_phone_remove_title)} description={t(m.account_phone_remove_text, { phone })}>
          <Form method="post">
            <Row>
              <Button type="submit" name="act" value="remove" look="danger">
                {t(m.account_phone_remove)}
              </Button>
            </Row>
          </Form>
        </Section>
      )}
    </Stack>
  );
}

function CodeSent({ phone }: { readonly phone: string }) {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(codeInput);
  return (
    <Section title={t(m.account_phone_code_title, { phone })}>
      <Stack gap={4}>
        <FormSummary summary={summary} />
        <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
          <div className="grid max-w-form gap-s4">
            <CodeField
              name={fields.code.name}
              label={t(m.account_code)}
              description={t(m.account_phone_code_hint)}
              required
              error={errorsOf(fields.code)}
            />
            <SubmitRow label={t(m.account_phone_confirm)} pending={pending} />
          </div>
        </Form>
      </Stack>
    </Section>
  );
}

function NumberForm({ known, secondary }: { readonly known: string | null; readonly secondary: boolean }) {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(phoneInput);
  return (
    <Stack gap={4}>
      {!secondary && <FormSummary summary={summary} />}
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <div className="grid max-w-form gap-s4">
          <TextField
            name={fields.phone.name}
            label={known ? t(m.account_phone_other) : t(m.account_phone)}
            description={t(m.account_phone_hint)}
            type="tel"
            autoComplete="tel"
            required
            defaultValue={fields.phone.initialValue}
            error={errorsOf(fields.phone)}
          />
          <Row>
            <Button type="submit" look={secondary ? "plain" : "primary"} pending={pending}>
              {t(m.account_phone_send)}
            </Button>
            <ButtonLink look="quiet" href="/account/security">
              {t(m.shell_cancel)}
            </ButtonLink>
          </Row>
        </div>
      </Form>
    </Stack>
  );
}

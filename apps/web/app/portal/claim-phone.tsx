import { networkOf } from "@guildhall/auth";
import { unauthenticated } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { claimByPhone, startPhoneClaim } from "@guildhall/people";
import { claimCodeInput, claimPhoneInput } from "@guildhall/people/schemas";
import { Button, CodeField, FormActions, FormFields, Notice, TextField, TextLink } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { portalRoute, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { FormSummary } from "../shell/form-summary.tsx";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { placeAfter } from "./arrival.ts";
import { PortalPage } from "./portal-page.tsx";
import { usePortal } from "./use-portal.ts";

const here = portalRoute({ params: z.object({ tenant: z.string() }), access: "signed-in" });

/** The number goes from one form to the next in a cookie of this page: an address would keep it in the history. */
const phoneCookie = "claim-phone";

export const loader = here.open(async ({ request }) => {
  const phone = /(?:^|;\s*)claim-phone=([^;]*)/.exec(request.headers.get("cookie") ?? "")?.[1];
  const sent = phone ? claimPhoneInput.safeParse({ phone: decodeURIComponent(phone) }) : null;
  return { sentTo: sent?.success ? sent.data.phone : null };
});

export const action = here.open(async ({ scope, visit, house, request, params }) => {
  const session = await visit.session();
  if (!session) throw unauthenticated();
  const claimer = { userId: session.user.id, network: networkOf(visit.ip)?.near ?? null };
  const path = `/c/${params.tenant}/claim`;
  const secure = house.config.PUBLIC_URL?.startsWith("https:") ? "; Secure" : "";
  const kept = (value: string, seconds: number) => ({
    "set-cookie": `${phoneCookie}=${encodeURIComponent(value)}; Path=${path}; Max-Age=${seconds}; SameSite=Lax; HttpOnly${secure}`,
  });
  const form = await request.formData();
  if (form.get("act") === "other") return seeOther(path, kept("", 0));
  if (form.has("code"))
    return answerForm(form, claimCodeInput, async (value) => {
      const outcome = await claimByPhone(house.database, scope, value, claimer);
      return seeOther(placeAfter(params.tenant, outcome), kept("", 0));
    });
  return answerForm(form, claimPhoneInput, async (value) => {
    await startPhoneClaim(house.database, scope, value, claimer);
    return seeOther(path, kept(value.phone, 600));
  });
});

export default function ClaimPhone() {
  const { sentTo } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const { tenant } = usePortal();
  const house = { house: tenant.name };
  return (
    <PortalPage title={t(m.portal_phone_title)} text={t(m.portal_phone_text, house)}>
      {sentTo ? <CodeForm key="code" phone={sentTo} /> : <PhoneForm key="phone" />}
      <p>
        <TextLink href={`/c/${tenant.slug}`}>{t(m.portal_gone_home, house)}</TextLink>
      </p>
    </PortalPage>
  );
}

function PhoneForm() {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(claimPhoneInput);
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      <FormFields>
        <FormSummary summary={summary} />
        <TextField
          name={fields.phone.name}
          label={t(m.portal_phone_field)}
          description={t(m.portal_phone_hint)}
          type="tel"
          autoComplete="tel"
          required
          defaultValue={fields.phone.initialValue}
          error={errorsOf(fields.phone)}
        />
        <FormActions>
          <Button type="submit" look="primary" size="l" wide pending={pending}>
            {t(m.portal_phone_send)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}

function CodeForm({ phone }: { readonly phone: string }) {
  const { t } = useWords();
  const { tenant } = usePortal();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(claimCodeInput);
  return (
    <>
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <Notice title={phone} live>
            {t(m.portal_phone_sent, { house: tenant.name })}
          </Notice>
          <FormSummary summary={summary} />
          <input type="hidden" name={fields.phone.name} value={phone} />
          <CodeField name={fields.code.name} label={t(m.portal_code)} required error={errorsOf(fields.code)} />
          <FormActions>
            <Button type="submit" look="primary" size="l" wide pending={pending}>
              {t(m.portal_code_act)}
            </Button>
          </FormActions>
        </FormFields>
      </Form>
      <Form method="post">
        <Button type="submit" name="act" value="other" look="quiet">
          {t(m.portal_code_other)}
        </Button>
      </Form>
    </>
  );
}

import { m } from "@guildhall/i18n/messages";
import { correctMyFields, getMyRecord, leaveAsMember, sayMyConsents, setMyDetails } from "@guildhall/people";
import { leaveAsMemberInput, myDetailsInput, readFieldAnswers } from "@guildhall/people/schemas";
import { Button, ButtonLink, Chip, Notice, PageHeader, Section } from "@guildhall/ui";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { portalRoute, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { useWords } from "../shell/words.ts";
import { LeaveForm } from "./leave-form.tsx";
import { MyConsents, myConsentsForm } from "./my-consents.tsx";
import { MyDetailsForm } from "./my-details-form.tsx";
import { MyFields, myFieldsForm } from "./my-fields.tsx";
import { usePortal } from "./use-portal.ts";

const here = portalRoute({
  params: z.object({ tenant: z.string() }),
  search: z.object({ saved: z.literal("1").optional().catch(undefined) }),
  access: "member",
});

export const loader = here.loader(async ({ ctx, search }) => ({
  me: await getMyRecord(ctx),
  zones: Intl.supportedValuesOf("timeZone"),
  saved: search.saved === "1",
}));

export const action = here.open(async ({ scope, house, request, params }) => {
  const form = await request.formData();
  const { database } = house;
  const home = `/c/${params.tenant}`;
  const saved = () => seeOther(`${home}/me?saved=1`);
  switch (form.get("act")) {
    case "leave":
      return answerForm(form, leaveAsMemberInput, async () => {
        await database.withTenant(scope, (ctx) => leaveAsMember(ctx));
        return seeOther(`${home}?state=left`);
      });
    case "consents":
      return answerForm(form, myConsentsForm, async (value) => {
        await database.withTenant(scope, (ctx) => sayMyConsents(ctx, value));
        return saved();
      });
    case "fields": {
      const { fields } = await database.withTenant(scope, getMyRecord, { readOnly: true });
      const open = fields.filter(({ settings }) => settings.memberMay === "correct");
      return answerForm(form, myFieldsForm(open), async (value) => {
        const changes = readFieldAnswers(open, value, scope.tenant.timeZone);
        await database.withTenant(scope, (ctx) => correctMyFields(ctx, { fields: changes }));
        return saved();
      });
    }
    default:
      return answerForm(form, myDetailsInput, async (value) => {
        await database.withTenant(scope, (ctx) => setMyDetails(ctx, value));
        return saved();
      });
  }
});

const kinds = {
  email: m.portal_kind_email,
  phone: m.portal_kind_phone,
  handle: m.portal_kind_handle,
  external: m.portal_kind_external,
} as const;

export default function Me() {
  const { me, zones, saved } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>() !== undefined;
  const { t } = useWords();
  const { tenant, isStaff } = usePortal();
  const house = { house: tenant.name };
  const home = `/c/${tenant.slug}`;
  return (
    <div className="mx-auto grid max-w-letter gap-s6 px-s4 py-s6">
      <PageHeader size="l" title={t(m.portal_me_title, house)} description={t(m.portal_me_text)} />
      {saved && !answered && <Notice tone="success" title={t(m.portal_me_saved)} live />}
      <MyDetailsForm me={me} zones={zones} />
      <Section title={t(m.portal_me_reach)}>
        {me.identities.length === 0 ? (
          <p className="text-ink-2">{t(m.portal_me_none)}</p>
        ) : (
          <ul className="grid">
            {me.identities.map(({ id, kind, value, provider, verifiedAt }) => (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-x-s4 gap-y-s1 border-t py-s3 first:border-t-0"
              >
                <span className="min-w-0">
                  <span className="text-s text-ink-3">
                    {t(kinds[kind])} {provider}
                  </span>
                  <span className="block break-words">{value}</span>
                </span>
                <Chip tone={verifiedAt ? "jade" : "neutral"}>
                  {verifiedAt ? t(m.portal_me_verified) : t(m.portal_me_unverified)}
                </Chip>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {me.fields.length > 0 && (
        <Section title={t(m.record_me_fields, house)} description={t(m.record_me_fields_text)}>
          <MyFields fields={me.fields} values={me.values} zone={tenant.timeZone} />
        </Section>
      )}
      <MyConsents identities={me.identities} />
      <Section title={t(m.record_me_take)} description={t(m.record_me_take_text)}>
        <Form method="post" action={`${home}/me/export`} reloadDocument>
          <Button type="submit" icon="download">
            {t(m.record_me_download)}
          </Button>
        </Form>
      </Section>
      <Section title={t(m.portal_me_leave_title, house)} description={t(m.portal_me_leave_text, house)}>
        {isStaff ? <p className="text-ink-2">{t(m.portal_me_staff)}</p> : <LeaveForm />}
      </Section>
      {!isStaff && (
        <Section title={t(m.record_me_forget)} description={t(m.record_me_forget_text, house)}>
          <ButtonLink href={`${home}/me/forget`}>{t(m.record_me_forget)}</ButtonLink>
        </Section>
      )}
    </div>
  );
}

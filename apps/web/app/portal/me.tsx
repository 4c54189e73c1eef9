import { m } from "@guildhall/i18n/messages";
import { getMe, leaveAsMember, setMyDetails } from "@guildhall/people";
import { leaveAsMemberInput, myDetailsInput } from "@guildhall/people/schemas";
import { Chip, Notice, PageHeader, Section } from "@guildhall/ui";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { portalRoute, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { useWords } from "../shell/words.ts";
import { LeaveForm } from "./leave-form.tsx";
import { MyDetailsForm } from "./my-details-form.tsx";
import { usePortal } from "./use-portal.ts";

const here = portalRoute({
  params: z.object({ tenant: z.string() }),
  search: z.object({ saved: z.literal("1").optional().catch(undefined) }),
  access: "member",
});

export const loader = here.loader(async ({ ctx, search }) => ({
  me: await getMe(ctx),
  zones: Intl.supportedValuesOf("timeZone"),
  saved: search.saved === "1",
}));

export const action = here.open(async ({ scope, house, request, params }) => {
  const form = await request.formData();
  const home = `/c/${params.tenant}`;
  if (form.get("act") === "leave")
    return answerForm(form, leaveAsMemberInput, async () => {
      await house.database.withTenant(scope, (ctx) => leaveAsMember(ctx));
      return seeOther(`${home}?state=left`);
    });
  return answerForm(form, myDetailsInput, async (value) => {
    await house.database.withTenant(scope, (ctx) => setMyDetails(ctx, value));
    return seeOther(`${home}/me?saved=1`);
  });
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
            {me.identities.map(({ kind, value, provider, verifiedAt }) => (
              <li
                key={`${kind}:${provider}:${value}`}
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
      <Section title={t(m.portal_me_leave_title, house)} description={t(m.portal_me_leave_text, house)}>
        {isStaff ? <p className="text-ink-2">{t(m.portal_me_staff)}</p> : <LeaveForm />}
      </Section>
    </div>
  );
}

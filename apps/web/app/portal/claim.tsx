import { conflict } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { findPersonalLink, joinAsMe, startJoining } from "@guildhall/people";
import { joinAsMeInput, joinInput } from "@guildhall/people/schemas";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { portalRoute, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { useWords } from "../shell/words.ts";
import { arrivalOf, browserOf, placeAfter } from "./arrival.ts";
import { GoneLink } from "./gone-link.tsx";
import { JoinAsMeForm } from "./join-as-me-form.tsx";
import { JoinForm } from "./join-form.tsx";
import { PortalPage } from "./portal-page.tsx";
import { PortalSign } from "./portal-sign.tsx";
import { SignInFirst } from "./sign-in-first.tsx";
import { usePortal } from "./use-portal.ts";

const here = portalRoute({ params: z.object({ tenant: z.string(), token: z.string().max(200) }), access: "anyone" });

export const loader = here.loader(async ({ ctx, params }) => {
  const link = await findPersonalLink(ctx, params.token);
  return { name: link?.fullName ?? null };
});

export const action = here.open(async ({ scope, visit, house, request, params }) => {
  const { database } = house;
  const form = await request.formData();
  const session = await visit.session();
  const link = await database.withTenant(scope, (ctx) => findPersonalLink(ctx, params.token), { readOnly: true });
  const handed = () => {
    if (!link) throw conflict("people.link-gone");
    return arrivalOf({ kind: "link", id: link.id }, { house, visit });
  };
  if (session)
    return answerForm(form, joinAsMeInput, async (value) => {
      const outcome = await joinAsMe(database, scope, value, { ...handed(), userId: session.user.id });
      return seeOther(placeAfter(params.tenant, outcome));
    });
  return answerForm(form, joinInput, async (value) => {
    const arrival = handed();
    const { browser, cookie } = browserOf(request, house);
    await startJoining(database, scope, value, { ...arrival, browser });
    return seeOther(`/c/${params.tenant}/join?sent=1`, { "set-cookie": cookie });
  });
});

export default function Claim() {
  const { name } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const { tenant, email } = usePortal();
  const house = { house: tenant.name };
  if (name === null) return <GoneLink />;
  return (
    <PortalPage
      mark={<PortalSign large />}
      title={t(m.portal_claim_title, { name })}
      text={t(m.portal_claim_text, house)}
    >
      {email ? (
        <JoinAsMeForm asks={false} fullName={name} act={t(m.portal_claim_act)} />
      ) : (
        <>
          <JoinForm asks={false} fullName={name} />
          <SignInFirst />
        </>
      )}
      <p className="text-s text-ink-2">{t(m.portal_claim_not_me, { name, ...house })}</p>
    </PortalPage>
  );
}

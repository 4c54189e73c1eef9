import { findAccount } from "@guildhall/auth";
import { conflict } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { acceptMailedInvitation, findMemberInvitation, joinAsMe, startJoining } from "@guildhall/people";
import { joinAsMeInput, joinInput } from "@guildhall/people/schemas";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { portalRoute, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { useWords } from "../shell/words.ts";
import { answerConfirmed, arrivalOf, browserOf, deviceOf, placeAfter } from "./arrival.ts";
import { GoneLink } from "./gone-link.tsx";
import { JoinAsMeForm } from "./join-as-me-form.tsx";
import { JoinForm } from "./join-form.tsx";
import { PortalPage } from "./portal-page.tsx";
import { PortalSign } from "./portal-sign.tsx";
import { SignInFirst } from "./sign-in-first.tsx";
import { usePortal } from "./use-portal.ts";

const here = portalRoute({ params: z.object({ tenant: z.string(), token: z.string().max(200) }), access: "anyone" });

export const loader = here.open(async ({ scope, visit, house, params }) => {
  if (scope.actor.kind === "person") return redirect(`/c/${params.tenant}`);
  const session = await visit.session();
  const account =
    session &&
    (await house.database.withPlatform("sign-in", (db) => findAccount(db, session.user.id), { readOnly: true }));
  const invitation = await house.database.withTenant(scope, (ctx) => findMemberInvitation(ctx, params.token), {
    readOnly: true,
  });
  return { invitation: invitation && { email: invitation.email }, fullName: account?.fullName ?? "" };
});

export const action = here.open(async ({ scope, visit, house, request, params }) => {
  const { tenant: slug, token } = params;
  const { database, sessions } = house;
  const form = await request.formData();
  const session = await visit.session();
  const invitation = await database.withTenant(scope, (ctx) => findMemberInvitation(ctx, token), { readOnly: true });
  const invited = () => {
    if (!invitation) throw conflict("people.link-gone");
    return arrivalOf({ kind: "invitation", id: invitation.id }, { house, visit });
  };
  if (session)
    return answerForm(form, joinAsMeInput, async (value) => {
      const outcome = await joinAsMe(database, scope, value, { ...invited(), userId: session.user.id });
      return seeOther(placeAfter(slug, outcome));
    });
  if (invitation?.email) form.set("email", invitation.email);
  return answerForm(form, joinInput, async (value) => {
    const arrival = invited();
    const { browser, cookie } = browserOf(request, house);
    const sent = () => seeOther(`/c/${slug}/join?sent=1`, { "set-cookie": cookie });
    if (!invitation?.email) {
      await startJoining(database, scope, value, { ...arrival, browser });
      return sent();
    }
    const device = deviceOf(request, { house, visit });
    const confirmed = await acceptMailedInvitation(database, sessions, scope, token, value, {
      ...device,
      ...arrival,
      browser,
    });
    return confirmed
      ? answerConfirmed({ request, house, visit }, confirmed, { slug, again: `/c/${slug}/invited/${token}` })
      : sent();
  });
});

export default function Invited() {
  const { invitation, fullName } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const { tenant, email } = usePortal();
  const house = { house: tenant.name };
  if (!invitation) return <GoneLink />;
  return (
    <PortalPage
      mark={<PortalSign large />}
      title={t(m.portal_invited_title, house)}
      text={email ? t(m.portal_invited_text) : t(m.portal_join_text_invited)}
    >
      {email ? (
        <JoinAsMeForm asks={false} fullName={fullName} act={t(m.portal_join_house, house)} />
      ) : (
        <>
          <JoinForm asks={false} {...(invitation.email && { email: invitation.email })} />
          <SignInFirst />
        </>
      )}
    </PortalPage>
  );
}

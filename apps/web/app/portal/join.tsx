import { findAccount } from "@guildhall/auth";
import { m } from "@guildhall/i18n/messages";
import { joinAsMe, startJoining, withdrawRequest } from "@guildhall/people";
import { joinAsMeInput, joinInput } from "@guildhall/people/schemas";
import { Notice, TextLink } from "@guildhall/ui";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { portalRoute, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { useWords } from "../shell/words.ts";
import { arrivalOf, browserOf, placeAfter } from "./arrival.ts";
import { JoinAsMeForm } from "./join-as-me-form.tsx";
import { JoinForm } from "./join-form.tsx";
import { PortalPage } from "./portal-page.tsx";
import { SignInFirst } from "./sign-in-first.tsx";
import { usePortal } from "./use-portal.ts";
import { WithdrawForm } from "./withdraw-form.tsx";

const here = portalRoute({
  params: z.object({ tenant: z.string() }),
  search: z.object({ sent: z.literal("1").optional().catch(undefined) }),
  access: "anyone",
});

export const loader = here.open(async ({ scope, visit, house, params, search }) => {
  if (scope.actor.kind === "person") return redirect(`/c/${params.tenant}`);
  const session = await visit.session();
  const account =
    session &&
    (await house.database.withPlatform("sign-in", (db) => findAccount(db, session.user.id), { readOnly: true }));
  return { fullName: account?.fullName ?? "", sent: search.sent === "1" };
});

export const action = here.open(async ({ scope, visit, house, request, params }) => {
  const arrival = arrivalOf({ kind: "door" }, { house, visit });
  const session = await visit.session();
  const form = await request.formData();
  if (session && form.get("act") === "withdraw") {
    await house.database.withTenant(scope, (ctx) => withdrawRequest(ctx, session.user.id));
    return seeOther(`/c/${params.tenant}?state=withdrawn`);
  }
  if (session)
    return answerForm(form, joinAsMeInput, async (value) => {
      const outcome = await joinAsMe(house.database, scope, value, { ...arrival, userId: session.user.id });
      return seeOther(placeAfter(params.tenant, outcome));
    });
  return answerForm(form, joinInput, async (value) => {
    const { browser, cookie } = browserOf(request, house);
    await startJoining(house.database, scope, value, { ...arrival, browser });
    return seeOther(`/c/${params.tenant}/join?sent=1`, { "set-cookie": cookie });
  });
});

export default function Join() {
  const { fullName, sent } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const { tenant, portal, email, waiting } = usePortal();
  const house = { house: tenant.name };
  const home = `/c/${tenant.slug}`;
  const asks = portal.joining === "approval";
  if (waiting)
    return (
      <PortalPage title={t(m.portal_waiting_title)} text={t(m.portal_waiting_text, { ...house, email: email ?? "" })}>
        <WithdrawForm />
      </PortalPage>
    );
  if (sent)
    return (
      <PortalPage title={t(m.portal_sent_title)} text={t(m.portal_sent_text)}>
        <p>
          <TextLink href={`${home}/join`}>{t(m.portal_sent_again)}</TextLink>
        </p>
      </PortalPage>
    );
  if (portal.joining === "invitation")
    return (
      <PortalPage title={t(m.portal_invitation_one)} text={t(m.portal_invitation_one_text, house)}>
        <p className="text-ink-2">{t(m.portal_invitation_three_text, house)}</p>
      </PortalPage>
    );
  const act = asks ? t(m.portal_ask_to_join) : t(m.portal_join_house, house);
  return (
    <PortalPage
      title={asks ? t(m.portal_ask_to_join) : t(m.portal_join_house, house)}
      text={asks ? t(m.portal_join_text_approval, house) : t(m.portal_join_text_open)}
    >
      {email ? (
        <>
          <JoinAsMeForm asks={asks} fullName={fullName} act={act} />
          <Notice
            title={t(m.portal_phone_offer, house)}
            action={<TextLink href={`${home}/claim`}>{t(m.portal_phone_offer_act)}</TextLink>}
          />
        </>
      ) : (
        <>
          <JoinForm asks={asks} />
          <SignInFirst />
        </>
      )}
    </PortalPage>
  );
}

import "../../documents/error-words.ts";
import { findAccount } from "@guildhall/auth";
import { conflict } from "@guildhall/core";
import { findGuest, type Guest, refuseGuest } from "@guildhall/docs";
import { m } from "@guildhall/i18n/messages";
import { acceptMailedInvitation, clusterOf, joinAsMe, startJoining } from "@guildhall/people";
import { joinAsMeInput, joinInput } from "@guildhall/people/schemas";
import { Button, ButtonLink } from "@guildhall/ui";
import { redirect } from "@remix-run/node";
import { Form, useLoaderData, useLocation } from "@remix-run/react";
import { z } from "zod";
import { finishSignIn } from "../../front/finish-sign-in.ts";
import { portalRoute, seeOther } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import type { House } from "../../server/house.ts";
import type { Visit } from "../../server/visit.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { arrivalOf, browserOf, deviceOf, placeAfter } from "../arrival.ts";
import { GoneLink } from "../gone-link.tsx";
import { JoinAsMeForm } from "../join-as-me-form.tsx";
import { JoinForm } from "../join-form.tsx";
import { PortalPage } from "../portal-page.tsx";
import { PortalSign } from "../portal-sign.tsx";
import { SignInFirst } from "../sign-in-first.tsx";
import { usePortal } from "../use-portal.ts";

const here = portalRoute({
  params: z.object({ tenant: z.string(), token: z.string().max(200) }),
  search: z.object({ refused: z.literal("1").optional().catch(undefined) }),
  access: "anyone",
});

export const loader = here.open(async ({ scope, visit, house, params, search }) => {
  const { actor } = scope;
  const account = await accountOf(house, visit);
  const found = await house.database.withTenant(
    scope,
    async (ctx) => {
      const guest = await findGuest(ctx, params.token);
      const isTheirs =
        guest !== null && actor.kind === "person" && (await clusterOf(ctx, guest.personId)).includes(actor.personId);
      return { guest, isTheirs };
    },
    { readOnly: true },
  );
  const { guest, isTheirs } = found;
  if (guest && isTheirs) return redirect(placeOf(params.tenant, guest));
  return {
    refused: search.refused === "1",
    fullName: account?.fullName ?? "",
    guest: guest && {
      name: guest.name,
      inviter: guest.inviter,
      email: guest.email,
      isMember: guest.isMember,
      // Whoever is signed in as somebody else is not whom the letter was for.
      isOther: actor.kind === "person" || (account !== null && account.email !== guest.email),
    },
  };
});

export const action = here.open(async ({ scope, visit, house, request, params }) => {
  const { tenant: slug, token } = params;
  const { database, sessions } = house;
  const form = await request.formData();
  if (form.get("act") === "refuse")
    return answerForm(form, z.object({}), async () => {
      await database.withTenant(scope, (ctx) => refuseGuest(ctx, token));
      return seeOther(`/c/${slug}/docs/guest/${token}?refused=1`);
    });
  const guest = await database.withTenant(scope, (ctx) => findGuest(ctx, token), { readOnly: true });
  const account = await accountOf(house, visit);
  const comes = () => {
    if (!guest || (account && account.email !== guest.email)) throw conflict("people.link-gone");
    const via = guest.invitationId
      ? ({ kind: "invitation", id: guest.invitationId } as const)
      : ({ kind: "door" } as const);
    return { guest, arrival: arrivalOf(via, { house, visit }) };
  };
  if (account)
    return answerForm(form, joinAsMeInput, async (value) => {
      const { guest: known, arrival } = comes();
      const outcome = await joinAsMe(database, scope, value, { ...arrival, userId: account.userId });
      const isIn = outcome.kind === "joined" || outcome.kind === "member";
      return seeOther(isIn ? placeOf(slug, known) : placeAfter(slug, outcome));
    });
  if (guest) form.set("email", guest.email);
  return answerForm(form, joinInput, async (value) => {
    const { guest: known, arrival } = comes();
    const { browser, cookie } = browserOf(request, house);
    const confirmed = known.invitationId
      ? await acceptMailedInvitation(database, sessions, scope, token, value, {
          ...deviceOf(request, { house, visit }),
          ...arrival,
          browser,
        })
      : await startJoining(database, scope, value, { ...arrival, browser });
    if (!confirmed) return seeOther(`/c/${slug}/join?sent=1`, { "set-cookie": cookie });
    const isIn = confirmed.outcome?.kind === "joined" || confirmed.outcome?.kind === "member";
    const onward = isIn ? placeOf(slug, known) : `/c/${slug}/docs/guest/${token}`;
    return finishSignIn({ request, house, visit }, confirmed.signIn, onward);
  });
});

async function accountOf({ database }: House, visit: Visit) {
  const session = await visit.session();
  if (!session) return null;
  return database.withPlatform("sign-in", (db) => findAccount(db, session.user.id), { readOnly: true });
}

function placeOf(slug: string, { on }: Pick<Guest, "on">): string {
  return "spaceId" in on ? `/c/${slug}/docs/spaces/${on.spaceId}` : `/c/${slug}/docs/${on.documentId}`;
}

export const meta = pageTitle(m.docs_document);

/** Where the link in a guest's letter leads: who shares what, and the way in, or a no. */
export default function GuestPage() {
  const { guest, fullName, refused } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const { email } = usePortal();
  const { pathname } = useLocation();
  if (refused) return <PortalPage title={t(m.docs_guest_refused_title)} text={t(m.docs_guest_refused_text)} />;
  if (!guest) return <GoneLink />;
  if (guest.isOther)
    return <PortalPage title={t(m.docs_guest_other_title)} text={t(m.docs_guest_other_text, { email: email ?? "" })} />;
  const name = guest.name || t(m.docs_untitled);
  const { inviter } = guest;
  return (
    <PortalPage
      mark={<PortalSign large />}
      title={inviter ? t(m.docs_guest_title, { inviter, name }) : t(m.docs_guest_title_plain, { name })}
      text={t(guest.isMember ? m.docs_guest_text_member : m.docs_guest_text)}
    >
      {guest.isMember && (
        <p>
          <ButtonLink look="primary" size="l" wide href={`/login?to=${encodeURIComponent(pathname)}`}>
            {t(m.docs_guest_sign_in)}
          </ButtonLink>
        </p>
      )}
      {!guest.isMember && email && <JoinAsMeForm asks={false} fullName={fullName} act={t(m.docs_guest_open)} />}
      {!guest.isMember && !email && (
        <>
          <JoinForm asks={false} email={guest.email} />
          <SignInFirst />
        </>
      )}
      <Form method="post">
        <input type="hidden" name="act" value="refuse" />
        <Button type="submit" look="quiet">
          {t(m.docs_guest_refuse)}
        </Button>
      </Form>
    </PortalPage>
  );
}

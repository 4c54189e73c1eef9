import { m } from "@guildhall/i18n/messages";
import { ButtonLink, Notice, TextLink, Title } from "@guildhall/ui";
import { useWords } from "../shell/words.ts";
import type { HomeState } from "./home-state.ts";
import { PortalCover } from "./portal-cover.tsx";
import { PortalSign } from "./portal-sign.tsx";
import { StateNotice } from "./state-notice.tsx";
import { usePortal } from "./use-portal.ts";
import { WelcomeText } from "./welcome-text.tsx";
import { WithdrawForm } from "./withdraw-form.tsx";

/** The front of a hall: who it is, and how one comes in. */
export function VisitorHome({ state }: { readonly state: HomeState | null }) {
  const { t } = useWords();
  const { tenant, portal, email, waiting } = usePortal();
  const house = tenant.name;
  const home = `/c/${tenant.slug}`;
  return (
    <>
      <PortalCover />
      <div className="mx-auto max-w-letter px-s4 pb-s6">
        <div className="relative flex justify-end">
          <span className="absolute -top-s7">
            <PortalSign large />
          </span>
        </div>
        <div className="grid gap-s5 pt-s6">
          <div className="pr-term sm:pr-margin">
            <Title level={1} size="l">
              {portal.welcomeTitle ?? t(m.portal_welcome_title, { house })}
            </Title>
          </div>
          <WelcomeText text={portal.welcomeText ?? t(m.portal_welcome_text, { house })} />
          {state && <StateNotice state={state} />}
          {waiting && (
            <Notice title={t(m.portal_waiting_title)} action={<WithdrawForm />}>
              {t(m.portal_waiting_text, { house, email: email ?? "" })}
            </Notice>
          )}
          {!waiting && portal.joining !== "invitation" && (
            <div className="flex flex-wrap items-center gap-x-s4 gap-y-s3 print:hidden">
              <ButtonLink href={`${home}/join`} look="primary" size="l">
                {portal.joining === "open" ? t(m.portal_join_house, { house }) : t(m.portal_ask_to_join)}
              </ButtonLink>
            </div>
          )}
          {!email && (
            <p className="text-ink-2 print:hidden">
              {t(m.portal_member_already)}{" "}
              <TextLink href={`/login?to=${encodeURIComponent(home)}`}>{t(m.portal_sign_in)}</TextLink>
            </p>
          )}
          {!waiting && <HowToComeIn />}
        </div>
      </div>
    </>
  );
}

/** Three steps, as this hall has them. */
function HowToComeIn() {
  const { t } = useWords();
  const { tenant, portal } = usePortal();
  const house = { house: tenant.name };
  const steps = {
    open: [
      [t(m.portal_open_one), t(m.portal_open_one_text)],
      [t(m.portal_open_two), t(m.portal_open_two_text)],
      [t(m.portal_open_three), t(m.portal_open_three_text, house)],
    ],
    approval: [
      [t(m.portal_open_one), t(m.portal_open_one_text)],
      [t(m.portal_open_two), t(m.portal_open_two_text)],
      [t(m.portal_approval_three), t(m.portal_approval_three_text, house)],
    ],
    invitation: [
      [t(m.portal_invitation_one), t(m.portal_invitation_one_text, house)],
      [t(m.portal_invitation_two), t(m.portal_invitation_two_text)],
      [t(m.portal_invitation_three), t(m.portal_invitation_three_text, house)],
    ],
  }[portal.joining];
  return (
    <section aria-labelledby="how" className="mt-s4 border-t pt-s5">
      <Title level={2} id="how">
        {t(m.portal_how_title)}
      </Title>
      <ol className="mt-s4 grid items-start gap-s5 sm:grid-cols-3">
        {steps.map(([title, text], at) => (
          <li key={title} className="grid grid-cols-[auto_1fr] items-baseline gap-x-s3 sm:grid-cols-1">
            <span aria-hidden="true" className="tabular font-title text-title-m leading-title text-accent-ink">
              {at + 1}
            </span>
            <div className="min-w-0">
              <h3 className="font-semibold">{title}</h3>
              <p className="mt-s1 text-ink-2">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

import type { Locale } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, Checklist, PageHeader, Section, Time } from "@guildhall/ui";
import { useWords } from "../shell/words.ts";
import type { HomeState } from "./home-state.ts";
import { StateNotice } from "./state-notice.tsx";
import { usePortal } from "./use-portal.ts";

interface MemberHomeProps {
  readonly me: {
    readonly fullName: string;
    readonly locale: Locale | null;
    readonly timeZone: string | null;
    readonly since: Date;
    readonly identities: readonly { readonly kind: string; readonly verifiedAt: Date | null }[];
  };
  readonly state: HomeState | null;
}

/** Where a member comes home to: what is theirs, and what the hall would still like to know. */
export function MemberHome({ me, state }: MemberHomeProps) {
  const { t, locale } = useWords();
  const { tenant } = usePortal();
  const house = { house: tenant.name };
  const mine = `/c/${tenant.slug}/me`;
  const act = t(m.portal_step_do);
  const verified = me.identities.some(({ kind, verifiedAt }) => kind === "email" && verifiedAt !== null);
  const steps = [
    { id: "name", label: t(m.portal_step_name), done: true },
    { id: "email", label: t(m.portal_step_email), done: verified },
    { id: "language", label: t(m.portal_step_language), done: me.locale !== null, href: `${mine}#locale`, act },
    { id: "zone", label: t(m.portal_step_zone), done: me.timeZone !== null, href: `${mine}#timeZone`, act },
  ];
  const complete = steps.every(({ done }) => done);
  return (
    <div className="mx-auto grid max-w-letter gap-s6 px-s4 py-s6">
      <PageHeader
        size="l"
        title={t(m.portal_back_title, { name: me.fullName })}
        description={
          <>
            {t(m.portal_yours_since)} <Time value={me.since} locale={locale} zone={me.timeZone ?? tenant.timeZone} />
          </>
        }
      />
      {state && <StateNotice state={state} />}
      {!complete && <Checklist title={t(m.portal_first_title, house)} text={t(m.portal_first_text)} steps={steps} />}
      <Section title={t(m.portal_yours_title)}>
        <div className="flex flex-wrap items-center justify-between gap-s3 rounded-r3 border bg-surface px-s4 py-s4">
          <div className="min-w-0">
            <p className="font-semibold">{t(m.portal_yours_record, house)}</p>
            <p className="text-ink-2">{t(m.portal_yours_record_text)}</p>
          </div>
          <ButtonLink href={mine}>{t(m.portal_me)}</ButtonLink>
        </div>
      </Section>
    </div>
  );
}

import { m } from "@guildhall/i18n/messages";
import { Avatar, ButtonLink, HouseStamp, SkipLink, TabLinks } from "@guildhall/ui";
import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { NoticeBell } from "../notices/notice-bell.tsx";
import { LanguageSwitch } from "../shell/language-switch.tsx";
import { SignOut } from "../shell/sign-out.tsx";
import { useWords } from "../shell/words.ts";
import { PortalSign } from "./portal-sign.tsx";
import { usePortal } from "./use-portal.ts";

/** The tenant's own house: its sign above, its rooms, the page; Guildhall stands small at the foot. */
export function PortalFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const { tenant, me, email, isStaff, bell } = usePortal();
  const { pathname } = useLocation();
  const home = `/c/${tenant.slug}`;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink href="#main">{t(m.shell_skip)}</SkipLink>
      <header className="border-b bg-surface">
        <div className="mx-auto flex max-w-letter flex-wrap items-center justify-between gap-x-s3 gap-y-s1 px-s4 py-s2">
          <a href={home} className="flex min-h-row min-w-0 items-center gap-s3 rounded-r2 no-underline">
            <PortalSign />
            <span className="truncate font-title text-title-s font-semibold leading-title">{tenant.name}</span>
          </a>
          <span className="flex items-center gap-s1" data-print="no">
            {isStaff && (
              <ButtonLink href={`/w/${tenant.slug}`} look="quiet" size="s" icon="door">
                {t(m.portal_workspace)}
              </ButtonLink>
            )}
            {bell && <NoticeBell base={home} zone={tenant.timeZone} bell={bell} />}
            {me && <Avatar id={me.id} name={me.name} size="s" />}
            {!email && (
              <ButtonLink href={`/login?to=${encodeURIComponent(pathname)}`} size="s">
                {t(m.portal_sign_in)}
              </ButtonLink>
            )}
          </span>
        </div>
        {me && (
          <div className="mx-auto -mb-px max-w-letter px-s4">
            <TabLinks
              label={t(m.portal_nav)}
              tabs={[
                { href: home, label: t(m.portal_home), current: pathname === home },
                { href: `${home}/me`, label: t(m.portal_me), current: pathname === `${home}/me` },
                { href: `${home}/docs`, label: t(m.docs_title), current: pathname.startsWith(`${home}/docs`) },
                {
                  href: `${home}/me/timeline`,
                  label: t(m.portal_timeline),
                  current: pathname === `${home}/me/timeline`,
                },
              ]}
            />
          </div>
        )}
      </header>
      <main id="main" className="flex-1">
        {children}
      </main>
      <PortalFoot />
    </div>
  );
}

function PortalFoot() {
  const { t } = useWords();
  const { tenant, email } = usePortal();
  return (
    <footer className="mt-s7 border-t bg-sunk print:hidden">
      <div className="mx-auto flex max-w-letter flex-wrap items-center justify-between gap-s3 px-s4 py-s4">
        <a href="/" className="flex min-h-row items-center gap-s2 text-s text-ink-2 no-underline hover:text-ink">
          <HouseStamp />
          {t(m.portal_kept_by)}
        </a>
        <span className="flex flex-wrap items-center gap-s1">
          <LanguageSwitch />
          {email && <SignOut to={`/c/${tenant.slug}`} />}
        </span>
      </div>
    </footer>
  );
}

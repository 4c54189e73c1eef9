import { m } from "@guildhall/i18n/messages";
import { Avatar, RailLink, SkipLink, Stamp } from "@guildhall/ui";
import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { LanguageSwitch } from "../shell/language-switch.tsx";
import { SignOut } from "../shell/sign-out.tsx";
import { useWords } from "../shell/words.ts";

interface WorkspaceFrameProps {
  readonly tenant: { readonly slug: string; readonly name: string; readonly accent: string | null };
  readonly me: { readonly id: string; readonly name: string };
  readonly may: { readonly seeAudit: boolean; readonly editSettings: boolean };
  readonly children: ReactNode;
}

/** The rail with the hall's stamp and rooms, and the page beside it; on a phone, above it. */
export function WorkspaceFrame({ tenant, me, may, children }: WorkspaceFrameProps) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const home = `/w/${tenant.slug}`;
  const at = (room: string) => pathname === `${home}/${room}` || pathname.startsWith(`${home}/${room}/`);
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[var(--rail)_minmax(0,1fr)]">
      <SkipLink href="#main">{t(m.shell_skip)}</SkipLink>
      <aside className="flex flex-wrap items-center gap-s2 border-b bg-sunk p-s2 md:sticky md:top-0 md:h-dvh md:flex-col md:flex-nowrap md:items-stretch md:border-r md:border-b-0 print:hidden">
        <a href={home} className="flex min-h-row items-center gap-s3 rounded-r2 px-s2 no-underline md:py-s2">
          <Stamp name={tenant.name} accent={tenant.accent} />
          <span className="font-title text-l leading-title font-semibold">{tenant.name}</span>
        </a>
        <nav aria-label={t(m.shell_nav)} className="flex gap-s1 md:flex-col">
          <RailLink href={`${home}/people`} icon="people" current={at("people")}>
            {t(m.shell_people)}
          </RailLink>
          {may.seeAudit && (
            <RailLink href={`${home}/audit`} icon="undo" current={at("audit")}>
              {t(m.shell_audit)}
            </RailLink>
          )}
          <RailLink
            href={may.editSettings ? `${home}/settings` : `${home}/settings/staff`}
            icon="settings"
            current={at("settings")}
          >
            {t(m.settings_title)}
          </RailLink>
        </nav>
        <div className="ml-auto flex items-center gap-s1 md:mt-auto md:ml-0 md:grid md:gap-s2 md:border-t md:pt-s3">
          <span className="hidden items-center gap-s2 px-s2 text-s md:flex">
            <Avatar id={me.id} name={me.name} size="s" />
            <span className="truncate">{me.name}</span>
          </span>
          <span className="flex flex-wrap items-center">
            <LanguageSwitch />
            <SignOut />
          </span>
        </div>
      </aside>
      <main id="main" className="min-w-0 px-s4 py-s4 md:px-s5">
        {children}
      </main>
    </div>
  );
}

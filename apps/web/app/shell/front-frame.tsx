import { m } from "@guildhall/i18n/messages";
import { HouseStamp, SkipLink, TextLink } from "@guildhall/ui";
import type { ReactNode } from "react";
import { LanguageSwitch } from "./language-switch.tsx";
import { useWords } from "./words.ts";

/** The rooms before any hall: the house's sign above, and the page below. */
export function FrontFrame({ children, actions }: { readonly children: ReactNode; readonly actions?: ReactNode }) {
  const { t } = useWords();
  return (
    <>
      <SkipLink href="#main">{t(m.shell_skip)}</SkipLink>
      <header className="mx-auto flex max-w-page items-center justify-between gap-s3 px-s4 py-s3">
        <span className="flex items-center gap-s3">
          <HouseStamp />
          <span className="font-title text-title-s font-semibold">
            <TextLink href="/" alone>
              {t(m.shell_name)}
            </TextLink>
          </span>
        </span>
        <span className="flex items-center gap-s2">
          <LanguageSwitch />
          {actions}
        </span>
      </header>
      <main id="main" className="mx-auto max-w-page px-s4 py-s6">
        {children}
      </main>
    </>
  );
}

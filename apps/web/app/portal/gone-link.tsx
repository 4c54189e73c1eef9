import { m } from "@guildhall/i18n/messages";
import { ButtonLink } from "@guildhall/ui";
import { useWords } from "../shell/words.ts";
import { PortalPage } from "./portal-page.tsx";
import { usePortal } from "./use-portal.ts";

/** For a link that was used, has run out, or never was: the three are one to whoever holds it. */
export function GoneLink() {
  const { t } = useWords();
  const { tenant } = usePortal();
  return (
    <PortalPage title={t(m.portal_gone_title)} text={t(m.portal_gone_text)}>
      <p>
        <ButtonLink href={`/c/${tenant.slug}`} look="primary" size="l">
          {t(m.portal_gone_home, { house: tenant.name })}
        </ButtonLink>
      </p>
    </PortalPage>
  );
}

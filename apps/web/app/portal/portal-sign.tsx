import { m } from "@guildhall/i18n/messages";
import { Stamp } from "@guildhall/ui";
import { useWords } from "../shell/words.ts";
import { usePortal } from "./use-portal.ts";

/** The hall's logo where it has one, its stamp where it has none. */
export function PortalSign({ large = false }: { readonly large?: boolean }) {
  const { t } = useWords();
  const { tenant } = usePortal();
  if (!tenant.logo) return <Stamp name={tenant.name} size={large ? "xl" : "m"} turned={large} />;
  return (
    <img
      src={tenant.logo}
      alt={large ? t(m.portal_logo, { house: tenant.name }) : ""}
      className={large ? "h-face-l max-w-margin object-contain" : "h-control-m max-w-term object-contain"}
    />
  );
}

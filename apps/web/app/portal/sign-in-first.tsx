import { m } from "@guildhall/i18n/messages";
import { TextLink } from "@guildhall/ui";
import { useLocation } from "@remix-run/react";
import { useWords } from "../shell/words.ts";

/** For whoever has an account already: to the sign-in, and back to this very page. */
export function SignInFirst() {
  const { t } = useWords();
  const { pathname } = useLocation();
  return (
    <p className="text-ink-2">
      {t(m.portal_have_account)}{" "}
      <TextLink href={`/login?to=${encodeURIComponent(pathname)}`}>{t(m.portal_sign_in)}</TextLink>
    </p>
  );
}

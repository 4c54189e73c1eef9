import { m } from "@guildhall/i18n/messages";
import { ButtonLink, Section } from "@guildhall/ui";
import type { ReactNode } from "react";
import { useWords } from "../../shell/words.ts";

interface WaysInProps {
  readonly email: string;
  readonly phone: string | null;
  readonly hasPassword: boolean;
}

/** Address, password and number: what somebody is known by at the door. */
export function WaysIn({ email, phone, hasPassword }: WaysInProps) {
  const { t } = useWords();
  return (
    <Section title={t(m.account_ways_title)}>
      <ul className="grid">
        <Way name={t(m.auth_email)} value={email}>
          <ButtonLink size="s" href="/account/security/email">
            {t(m.account_change)}
          </ButtonLink>
        </Way>
        <Way name={t(m.auth_password)} value={hasPassword ? t(m.account_password_set) : t(m.account_password_unset)}>
          <ButtonLink size="s" href={hasPassword ? "/account/security/password" : "/reset"}>
            {hasPassword ? t(m.account_change) : t(m.account_password_make)}
          </ButtonLink>
        </Way>
        <Way name={t(m.account_phone)} value={phone ?? t(m.account_phone_none)}>
          <ButtonLink size="s" href="/account/security/phone">
            {phone ? t(m.account_change) : t(m.account_phone_add)}
          </ButtonLink>
        </Way>
      </ul>
    </Section>
  );
}

function Way({
  name,
  value,
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly children: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-s4 gap-y-s2 border-t py-s3">
      <span className="grid min-w-0">
        <span className="font-medium">{name}</span>
        <span className="break-words text-s text-ink-2">{value}</span>
      </span>
      {children}
    </li>
  );
}

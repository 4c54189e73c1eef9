import { m } from "@guildhall/i18n/messages";
import { ButtonLink, Icon, Section, Time } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";

interface PasskeyListProps {
  readonly timeZone: string;
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly backedUp: boolean;
    readonly createdAt: Date;
    readonly lastUsedAt: Date | null;
  }[];
}

export function PasskeyList({ passkeys, timeZone }: PasskeyListProps) {
  const { t, locale } = useWords();
  return (
    <Section
      title={t(m.account_passkeys_title)}
      description={t(m.account_passkeys_text)}
      actions={
        <ButtonLink icon="plus" href="/account/security/new-passkey">
          {t(m.account_passkeys_add)}
        </ButtonLink>
      }
    >
      {passkeys.length === 0 && <p className="text-ink-2">{t(m.account_passkeys_none)}</p>}
      <ul className="grid">
        {passkeys.map(({ id, name, backedUp, createdAt, lastUsedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-s3 gap-y-s2 border-t py-s3">
            <span className="grid size-control-m flex-none place-items-center rounded-r2 border bg-surface text-ink-2">
              <Icon name="key" />
            </span>
            <span className="grid min-w-0 flex-1">
              <span className="break-words font-medium">{name}</span>
              <span className="text-s text-ink-2">
                {lastUsedAt ? t(m.account_passkeys_used) : t(m.account_passkeys_made)}{" "}
                <Time value={lastUsedAt ?? createdAt} locale={locale} zone={timeZone} />
                {backedUp && ` · ${t(m.account_passkeys_synced)}`}
              </span>
            </span>
            <ButtonLink size="s" href={`/account/security/passkey?id=${encodeURIComponent(id)}`}>
              {t(m.account_passkeys_edit)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

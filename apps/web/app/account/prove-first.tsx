import { m } from "@guildhall/i18n/messages";
import { ButtonLink, Row } from "@guildhall/ui";
import { useWords } from "../shell/words.ts";

/** Before something that a thief would like too: the way to prove it again, and back. */
export function ProveFirst({ to }: { readonly to: string }) {
  const { t } = useWords();
  return (
    <Row gap={3}>
      <ButtonLink href={`/account/prove?to=${encodeURIComponent(to)}`} icon="lock">
        {t(m.account_prove_first)}
      </ButtonLink>
      <span className="text-s text-ink-2">{t(m.account_prove_first_why)}</span>
    </Row>
  );
}

import { m } from "@guildhall/i18n/messages";
import { ButtonLink, CopyField, Notice, PageHeader, Row, Stack } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";

/** Ten codes, this once. */
export function RecoveryCodeList({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useWords();
  return (
    <Stack gap={5}>
      <PageHeader size="l" title={t(m.account_codes_new_title)} description={t(m.account_codes_new_text)} />
      <Notice tone="warning" live title={t(m.account_codes_once)}>
        {t(m.account_done_others_ended)}
      </Notice>
      <ol className="framed grid gap-x-s6 gap-y-s2 bg-surface p-s5 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="font-mono text-l">
            {code}
          </li>
        ))}
      </ol>
      <div className="max-w-form print:hidden">
        <CopyField label={t(m.account_codes_all)} value={codes.join(" ")} exact />
      </div>
      <Row>
        <ButtonLink look="primary" href="/account/security">
          {t(m.account_codes_kept)}
        </ButtonLink>
      </Row>
    </Stack>
  );
}

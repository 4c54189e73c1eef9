import { formatDate } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { Notice, PageHeader, Stack } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

interface ErasedPersonProps {
  readonly erasedAt: Date;
}

/** Where somebody was who has been forgotten. */
export function ErasedPerson({ erasedAt }: ErasedPersonProps) {
  const { t, locale } = useWords();
  const { timeZone } = useHall();
  return (
    <Stack gap={5}>
      <PageHeader size="l" title={t(m.record_erased_title)} />
      <Notice title={t(m.record_erased_on, { day: formatDate(new Date(erasedAt), { locale, timeZone }) })}>
        {t(m.record_erased_text)}
      </Notice>
    </Stack>
  );
}

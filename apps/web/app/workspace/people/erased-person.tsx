import { formatDate } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { Notice, PageHeader, Stack } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import type { PersonPage } from "./person-page.ts";
import { PersonTimeline } from "./person-timeline.tsx";

interface ErasedPersonProps {
  readonly erasedAt: Date;
  readonly history: PersonPage["history"];
}

/** Where somebody was who has been forgotten. */
export function ErasedPerson({ erasedAt, history }: ErasedPersonProps) {
  const { t, locale } = useWords();
  const { timeZone } = useHall();
  return (
    <Stack gap={5}>
      <PageHeader size="l" title={t(m.record_erased_title)} />
      <Notice title={t(m.record_erased_on, { day: formatDate(new Date(erasedAt), { locale, timeZone }) })}>
        {t(m.record_erased_text)}
      </Notice>
      <PersonTimeline history={history} />
    </Stack>
  );
}

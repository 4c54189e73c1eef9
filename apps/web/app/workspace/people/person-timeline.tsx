import { m } from "@guildhall/i18n/messages";
import { Section } from "@guildhall/ui";
import type { ComponentProps } from "react";
import { useWords } from "../../shell/words.ts";
import { AuditTable } from "../audit/audit-table.tsx";

interface PersonTimelineProps {
  /** Null for whoever may not see what changed. */
  readonly history: ComponentProps<typeof AuditTable>["page"] | null;
}

/** What happened with somebody, newest first. */
export function PersonTimeline({ history }: PersonTimelineProps) {
  const { t } = useWords();
  return (
    <Section title={t(m.record_timeline)}>
      {history ? <AuditTable page={history} /> : <p className="text-s text-ink-2">{t(m.record_timeline_quiet)}</p>}
    </Section>
  );
}

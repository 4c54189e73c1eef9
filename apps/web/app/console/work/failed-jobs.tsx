import type { PageOf } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { EmptyState, Section } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { FailedTable } from "./failed-table.tsx";

interface Job {
  readonly id: number;
  readonly task: string;
  readonly attempts: number;
  readonly lastError: string | null;
}

/** Jobs that are out of attempts, and what may be done about it. */
export function FailedJobs({ page }: { readonly page: PageOf<Job> }) {
  const { t, locale } = useWords();
  return (
    <Section title={t(m.console_jobs_title)} description={t(m.console_jobs_text)}>
      {page.rows.length === 0 ? (
        <EmptyState kind="all-done" level={3} title={t(m.console_jobs_none_title)} text={t(m.console_jobs_none_text)} />
      ) : (
        <FailedTable
          label={t(m.console_jobs_title)}
          columns={[t(m.console_job), t(m.console_attempts)]}
          rows={page.rows.map(({ id, task, attempts, lastError }) => ({
            key: String(id),
            cells: [task, attempts.toLocaleString(locale)],
            error: lastError,
            fields: { what: "job", id: String(id) },
          }))}
        />
      )}
    </Section>
  );
}

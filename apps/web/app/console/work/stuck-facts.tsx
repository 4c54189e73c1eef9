import type { PageOf } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { EmptyState, Section } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { FailedTable } from "./failed-table.tsx";

interface Stuck {
  readonly tenantId: string;
  readonly tenantSlug: string;
  readonly key: string;
  readonly name: string;
  readonly lastError: string | null;
}

/** What was due and could not happen; it is tried again by itself, or at once when asked. */
export function StuckFacts({ page }: { readonly page: PageOf<Stuck> }) {
  const { t } = useWords();
  return (
    <Section title={t(m.console_stuck_title)} description={t(m.console_stuck_text)}>
      {page.rows.length === 0 ? (
        <EmptyState
          kind="all-done"
          level={3}
          title={t(m.console_stuck_none_title)}
          text={t(m.console_stuck_none_text)}
        />
      ) : (
        <FailedTable
          label={t(m.console_stuck_title)}
          columns={[t(m.console_stuck_fact), t(m.console_hall)]}
          rows={page.rows.map(({ tenantId, tenantSlug, key, name, lastError }) => ({
            key: tenantId + key,
            cells: [name, tenantSlug],
            error: lastError,
            fields: { what: "stuck", tenantId, key },
            retryOnly: true,
          }))}
        />
      )}
    </Section>
  );
}

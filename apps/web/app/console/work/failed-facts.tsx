import type { PageOf } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { EmptyState, Section } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { FailedTable } from "./failed-table.tsx";

interface Delivery {
  readonly tenantId: string;
  readonly tenantSlug: string;
  readonly factId: string;
  readonly handler: string;
  readonly lastError: string | null;
}

/** Facts that a handler could not do anything with, and what may be done about it. */
export function FailedFacts({ page, attempts }: { readonly page: PageOf<Delivery>; readonly attempts: number }) {
  const { t } = useWords();
  return (
    <Section title={t(m.console_failed_title)} description={t(m.console_failed_text, { count: attempts })}>
      {page.rows.length === 0 ? (
        <EmptyState
          kind="all-done"
          level={3}
          title={t(m.console_failed_none_title)}
          text={t(m.console_failed_none_text)}
        />
      ) : (
        <FailedTable
          label={t(m.console_failed_title)}
          columns={[t(m.console_handler), t(m.console_hall)]}
          rows={page.rows.map(({ tenantId, tenantSlug, factId, handler, lastError }) => ({
            key: factId + handler,
            cells: [handler, tenantSlug],
            error: lastError,
            fields: { what: "fact", tenantId, factId, handler },
          }))}
        />
      )}
    </Section>
  );
}

import { pageSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { listAudit } from "@guildhall/tenancy";
import { EmptyState, PageHeader, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { useWords } from "../../shell/words.ts";
import { AuditTable } from "./audit-table.tsx";

export const loader = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: pageSchema,
  permission: "audit.view",
}).loader(async ({ ctx, search }) => ({
  page: await listAudit(ctx, { page: search }),
}));

export default function Audit() {
  const { page } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Stack gap={4}>
      <PageHeader title={t(m.audit_title)} description={t(m.audit_text)} />
      {page.rows.length === 0 ? (
        <EmptyState kind="none-yet" title={t(m.audit_none_title)} text={t(m.audit_none_text)} />
      ) : (
        <AuditTable page={page} />
      )}
    </Stack>
  );
}

import { pageSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { findNameOf } from "@guildhall/people";
import { listActors, listAudit } from "@guildhall/tenancy";
import { auditFilterSchema } from "@guildhall/tenancy/schemas";
import { ButtonLink, EmptyState, PageHeader, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { AuditExport, AuditFilters } from "./audit-filters.tsx";
import { AuditTable } from "./audit-table.tsx";

export const loader = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: pageSchema.extend(auditFilterSchema.shape),
  permission: "audit.view",
}).loader(async ({ ctx, search: { size, cursor, ...filter } }) => {
  const page = await listAudit(ctx, { page: { size, cursor }, filter });
  return {
    page,
    filter,
    actors: await listActors(ctx),
    about: filter.person ? await findNameOf(ctx, filter.person) : null,
  };
});

export const meta = pageTitle(m.audit_title);

export default function Audit() {
  const { page, filter, actors, about } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const asked = Object.values(filter).some((value) => value !== undefined);
  return (
    <Stack gap={4}>
      <PageHeader
        title={t(m.audit_title)}
        description={t(m.audit_text)}
        actions={
          <>
            <ButtonLink href={`/w/${hall.slug}/changes`}>{t(m.merge_changes_link)}</ButtonLink>
            {page.rows.length > 0 && <AuditExport filter={filter} />}
          </>
        }
      />
      <AuditFilters filter={filter} actors={actors} about={about} />
      {page.rows.length > 0 && <AuditTable page={page} />}
      {page.rows.length === 0 && asked && (
        <EmptyState
          kind="no-matches"
          title={t(m.settings_no_matches_title)}
          text={t(m.settings_no_matches_text)}
          action={<ButtonLink href={`/w/${hall.slug}/audit`}>{t(m.settings_ask_all)}</ButtonLink>}
        />
      )}
      {page.rows.length === 0 && !asked && (
        <EmptyState kind="none-yet" title={t(m.audit_none_title)} text={t(m.audit_none_text)} />
      )}
    </Stack>
  );
}

import { pageSchema } from "@guildhall/core";
import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { countCompanies, listCompanies } from "@guildhall/people";
import {
  ButtonLink,
  EmptyState,
  Notice,
  PageHeader,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
} from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { useHall } from "../use-hall.ts";

export const loader = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: pageSchema.extend({ deleted: z.string().max(10).optional() }),
  permission: "companies.view",
}).loader(async ({ ctx, search }) => ({
  companies: await listCompanies(ctx, search),
  total: await countCompanies(ctx),
  mayAdd: ctx.actor.can("companies.edit"),
  deleted: search.deleted !== undefined,
}));

export const meta = pageTitle(m.companies_title);

export default function Companies() {
  const { companies, total, mayAdd, deleted } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const base = `/w/${useHall().slug}/companies`;
  useLive("people.");
  const add = mayAdd && (
    <ButtonLink look="primary" icon="plus" href={`${base}/new`}>
      {t(m.companies_add)}
    </ButtonLink>
  );
  const counted = total.more
    ? t(m.companies_count_capped, { count: formatNumber(total.count, locale) })
    : t(m.companies_count, { count: total.count });
  return (
    <Stack gap={4}>
      <PageHeader title={t(m.companies_title)} description={counted} actions={companies.rows.length > 0 && add} />
      {deleted && <Notice tone="success" live title={t(m.companies_deleted)} />}
      {companies.rows.length === 0 ? (
        <EmptyState kind="none-yet" title={t(m.companies_none_title)} text={t(m.companies_none_text)} action={add} />
      ) : (
        <Table label={t(m.companies_title)}>
          <TableHead>
            <TableColumn>{t(m.companies_name)}</TableColumn>
            <TableColumn>{t(m.companies_domains)}</TableColumn>
            <TableColumn>{t(m.companies_parent)}</TableColumn>
            <TableColumn>{t(m.companies_owner)}</TableColumn>
            <TableColumn align="end">{t(m.companies_people)}</TableColumn>
          </TableHead>
          <TableBody>
            {companies.rows.map((company) => (
              <TableRow key={company.id}>
                <TableLead href={`${base}/${company.id}`}>{company.name}</TableLead>
                <TableCell quiet>{company.domains.join(", ")}</TableCell>
                <TableCell quiet>{company.parent?.name}</TableCell>
                <TableCell quiet>{company.ownerName}</TableCell>
                <TableCell quiet align="end">
                  {formatNumber(company.people, locale)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <CursorPager page={companies} />
    </Stack>
  );
}

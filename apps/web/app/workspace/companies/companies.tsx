import { idSchema, isUuid } from "@guildhall/core";
import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, EmptyState, Notice, PageHeader, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { UndoLink } from "../changes/undo-link.tsx";
import { gridSearch } from "../grid/grid-search.ts";
import { loadGrid } from "../grid/load-grid.ts";
import { unlessLookOnly } from "../grid/look-only.ts";
import { RecordGrid } from "../grid/record-grid.tsx";
import { rowNow } from "../grid/row-now.ts";
import { useHall } from "../use-hall.ts";

export const shouldRevalidate = unlessLookOnly;

export const loader = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: gridSearch.extend({ deleted: idSchema("change_set").optional().catch(undefined) }),
  permission: "companies.view",
}).loader(async ({ ctx, params, search, request }) => ({
  grid: await loadGrid(ctx, "companies", { slug: params.tenant, url: new URL(request.url), cursor: search.cursor }),
  peek: search.peek && isUuid(search.peek) ? await rowNow(ctx, "companies", params.tenant, search.peek) : null,
  deleted: search.deleted,
}));

export const meta = pageTitle(m.companies_title);

export default function Companies() {
  const { grid, peek, deleted } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const hall = useHall();
  const counted = grid.count.more
    ? t(m.companies_count_capped, { count: formatNumber(grid.count.count, locale) })
    : t(m.companies_count, { count: grid.count.count });
  const add = grid.mayEdit && (
    <ButtonLink look="primary" icon="plus" href={`/w/${hall.slug}/companies/new`}>
      {t(m.companies_add)}
    </ButtonLink>
  );
  return (
    <Stack gap={3}>
      <PageHeader title={t(m.companies_title)} description={counted} actions={grid.count.count > 0 && add} />
      {deleted && (
        <Notice tone="success" live title={t(m.companies_deleted)} action={<UndoLink changeSetId={deleted} />} />
      )}
      <RecordGrid
        grid="companies"
        data={grid}
        label={t(m.companies_title)}
        peek={peek}
        noneYet={
          <EmptyState kind="none-yet" title={t(m.companies_none_title)} text={t(m.companies_none_text)} action={add} />
        }
        noMatches={<EmptyState kind="no-matches" title={t(m.grid_no_company)} text={t(m.grid_no_matches_text)} />}
      />
    </Stack>
  );
}

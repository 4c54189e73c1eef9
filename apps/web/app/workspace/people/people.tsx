import { isUuid } from "@guildhall/core";
import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, EmptyState, PageHeader, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { useWords } from "../../shell/words.ts";
import { gridSearch } from "../grid/grid-search.ts";
import { loadGrid } from "../grid/load-grid.ts";
import { unlessLookOnly } from "../grid/look-only.ts";
import { RecordGrid } from "../grid/record-grid.tsx";
import { rowNow } from "../grid/row-now.ts";
import { useHall } from "../use-hall.ts";
import { ImportLink } from "./import/import-link.tsx";

export const shouldRevalidate = unlessLookOnly;

export const loader = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: gridSearch,
  permission: "people.view",
}).loader(async ({ ctx, params, search, request }) => ({
  grid: await loadGrid(ctx, "people", { slug: params.tenant, url: new URL(request.url), cursor: search.cursor }),
  peek: search.peek && isUuid(search.peek) ? await rowNow(ctx, "people", params.tenant, search.peek) : null,
}));

export default function People() {
  const { grid, peek } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const hall = useHall();
  const counted = grid.count.more
    ? t(m.people_count_capped, { count: formatNumber(grid.count.count, locale) })
    : t(m.people_count, { count: grid.count.count });
  const add = grid.mayEdit && (
    <ButtonLink look="primary" icon="plus" href={`/w/${hall.slug}/people/new`}>
      {t(m.people_add)}
    </ButtonLink>
  );
  const actions = (
    <>
      {grid.mayBulkEdit && <ImportLink />}
      {add}
    </>
  );
  return (
    <Stack gap={3}>
      <PageHeader title={t(m.people_title)} description={counted} actions={actions} />
      <RecordGrid
        grid="people"
        data={grid}
        label={t(m.people_title)}
        peek={peek}
        noneYet={
          <EmptyState kind="none-yet" title={t(m.people_none_title)} text={t(m.people_none_text)} action={add} />
        }
        noMatches={<EmptyState kind="no-matches" title={t(m.grid_no_matches)} text={t(m.grid_no_matches_text)} />}
      />
    </Stack>
  );
}

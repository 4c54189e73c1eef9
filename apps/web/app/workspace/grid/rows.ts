import { listViews } from "@guildhall/people";
import { gridNameSchema } from "@guildhall/people/schemas";
import { json } from "@remix-run/node";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { gridSearch, standingAt } from "./grid-search.ts";
import { columnsOf, loadPage } from "./load-grid.ts";

/** Further rows of a grid, for its script. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string(), grid: gridNameSchema }),
  search: gridSearch,
  permission: "people.view",
}).loader(async ({ ctx, params, search, request }) => {
  const { state } = standingAt(new URL(request.url), await listViews(ctx, params.grid));
  const columns = await columnsOf(ctx, params.grid);
  const { page } = await loadPage(ctx, params.grid, columns, {
    slug: params.tenant,
    question: state,
    cursor: search.cursor,
  });
  return json(page, { headers: { "cache-control": "no-store" } });
});

import "../../documents/error-words.ts";
import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs, PageHeader, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { documentTitle } from "../../documents/document-title.ts";
import { doHistory } from "../../documents/history/history-acts.ts";
import { HistoryView } from "../../documents/history/history-view.tsx";
import { historySearch, loadHistory } from "../../documents/history/load-history.ts";
import { workspaceRoute } from "../../server/define-route.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { placesIn } from "./places-in.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  search: historySearch,
  permission: "workspace.enter",
});

export const loader = here.open(({ house, scope, params, search }) =>
  loadHistory(house, scope, params.document, search),
);

export const action = here.action(async ({ ctx, request, params, search }) =>
  doHistory(
    ctx,
    {
      documentId: params.document,
      key: search.key ?? null,
      path: `/w/${params.tenant}/docs/${params.document}/history`,
    },
    await request.formData(),
  ),
);

export const meta = pageTitle(m.versions_title);

export default function DocumentHistory() {
  const data = useLoaderData<typeof loader>();
  const { document } = data;
  const { t } = useWords();
  const hall = useHall();
  const base = `/w/${hall.slug}/docs`;
  return (
    <Stack gap={5}>
      <PageHeader
        above={
          <Breadcrumbs
            trail={[
              { label: document.spaceName, href: `${base}/spaces/${document.spaceId}` },
              { label: documentTitle(t, document), href: `${base}/${document.id}` },
              { label: t(m.versions_title) },
            ]}
          />
        }
        title={t(m.versions_title)}
        description={t(m.versions_text)}
      />
      <HistoryView data={data} zone={hall.timeZone} places={placesIn(hall.slug)} />
    </Stack>
  );
}

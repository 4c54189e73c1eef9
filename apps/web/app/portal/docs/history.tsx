import "../../documents/error-words.ts";
import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs, PageHeader } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { documentTitle } from "../../documents/document-title.ts";
import { doHistory } from "../../documents/history/history-acts.ts";
import { HistoryView } from "../../documents/history/history-view.tsx";
import { historySearch, loadHistory } from "../../documents/history/load-history.ts";
import { portalRoute } from "../../server/define-route.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { usePortal } from "../use-portal.ts";

const here = portalRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  search: historySearch,
  access: "member",
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
      path: `/c/${params.tenant}/docs/${params.document}/history`,
    },
    await request.formData(),
  ),
);

export const meta = pageTitle(m.versions_title);

/** The history of a document that a member writes along. */
export default function PortalDocumentHistory() {
  const data = useLoaderData<typeof loader>();
  const { document } = data;
  const { t } = useWords();
  const { tenant } = usePortal();
  const base = `/c/${tenant.slug}/docs`;
  const key = data.key ? `?key=${encodeURIComponent(data.key)}` : "";
  return (
    <div className="mx-auto grid w-full max-w-page gap-s5 px-s4 py-s5">
      <PageHeader
        above={
          <Breadcrumbs
            trail={[
              { label: t(m.docs_title), href: base },
              { label: documentTitle(t, document), href: `${base}/${document.id}${key}` },
              { label: t(m.versions_title) },
            ]}
          />
        }
        title={t(m.versions_title)}
        description={t(m.versions_text)}
      />
      <HistoryView
        data={data}
        zone={tenant.timeZone}
        places={{
          fileHref: (fileId) => `${base}/${document.id}/files/${fileId}${key}`,
          mentionHref: ({ kind, id }) => (kind === "document" ? `${base}/${id}` : undefined),
        }}
      />
    </div>
  );
}

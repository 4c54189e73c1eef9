import "../../documents/error-words.ts";
import { pageSchema } from "@guildhall/core";
import { listDocuments, listFavourites } from "@guildhall/docs";
import { m } from "@guildhall/i18n/messages";
import { EmptyState, PageHeader, Section } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DocumentList } from "../../documents/document-list.tsx";
import { portalRoute } from "../../server/define-route.ts";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { usePortal } from "../use-portal.ts";

export const loader = portalRoute({
  params: z.object({ tenant: z.string() }),
  search: pageSchema,
  access: "member",
}).loader(async ({ ctx, search }) => ({
  documents: await listDocuments(ctx, search),
  favourites: await listFavourites(ctx),
}));

export const meta = pageTitle(m.docs_title);

/** What a member may read and write along. */
export default function PortalDocs() {
  const { documents, favourites } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const { tenant } = usePortal();
  const base = `/c/${tenant.slug}/docs`;
  return (
    <div className="mx-auto grid max-w-letter gap-s6 px-s4 py-s6">
      <PageHeader size="l" title={t(m.docs_title)} description={t(m.docs_portal_text)} />
      {favourites.length > 0 && (
        <Section title={t(m.docs_favourites)}>
          <DocumentList label={t(m.docs_favourites)} documents={favourites} base={base} zone={tenant.timeZone} />
        </Section>
      )}
      {documents.rows.length === 0 ? (
        <EmptyState kind="none-yet" title={t(m.docs_portal_none_title)} text={t(m.docs_none_seen_text)} />
      ) : (
        <DocumentList label={t(m.docs_documents)} documents={documents.rows} base={base} zone={tenant.timeZone} />
      )}
      <CursorPager page={documents} />
    </div>
  );
}

import "../../documents/error-words.ts";
import { idSchema, notFound, unauthenticated } from "@guildhall/core";
import { getSpace, listTree } from "@guildhall/docs";
import { m } from "@guildhall/i18n/messages";
import { EmptyState, PageHeader } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DocumentList } from "../../documents/document-list.tsx";
import { portalRoute } from "../../server/define-route.ts";
import { isAppError } from "../../server/route-answer.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { usePortal } from "../use-portal.ts";

export const loader = portalRoute({
  params: z.object({ tenant: z.string(), space: idSchema("space") }),
  search: z.object({ key: z.string().max(40).optional() }),
  access: "anyone",
}).loader(async ({ ctx, params, search }) => {
  const key = search.key ?? null;
  try {
    return { space: await getSpace(ctx, params.space, key), tree: await listTree(ctx, params.space, null, key), key };
  } catch (error) {
    // Once they have signed in, it may be theirs to see.
    if (isAppError(error) && error.code === notFound().code && ctx.actor.kind === "visitor") throw unauthenticated();
    throw error;
  }
});

export const meta = pageTitle(m.docs_space);

/** A shelf that a link leads to, or that a member may see something of. */
export default function PortalSpace() {
  const { space, tree, key } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const { tenant } = usePortal();
  return (
    <div className="mx-auto grid max-w-letter gap-s6 px-s4 py-s6">
      <PageHeader size="l" title={space.name} description={space.purpose ?? undefined} />
      {tree.length === 0 ? (
        <EmptyState kind="none-yet" title={t(m.docs_space_empty_title)} text={t(m.docs_space_empty_read_text)} />
      ) : (
        <DocumentList
          label={t(m.docs_documents)}
          documents={tree}
          base={`/c/${tenant.slug}/docs`}
          zone={tenant.timeZone}
          search={key ? `?key=${encodeURIComponent(key)}` : ""}
        />
      )}
    </div>
  );
}

import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs } from "@guildhall/ui";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { z } from "zod";
import { documentTitle } from "../../documents/document-title.ts";
import { doComment } from "../../documents/threads/comment-acts.ts";
import { CommentsPage } from "../../documents/threads/comments-page.tsx";
import { loadComments } from "../../documents/threads/load-comments.ts";
import { workspaceRoute } from "../../server/define-route.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { useHall } from "../use-hall.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  permission: "workspace.enter",
});
const byThemselves = { key: null, secret: null };

export const loader = here.loader(({ ctx, params }) => loadComments(ctx, params.document, byThemselves));

export const action = here.action(async ({ ctx, request, params }) =>
  doComment(ctx, await request.formData(), {
    documentId: params.document,
    who: byThemselves,
    back: `/w/${params.tenant}/docs/${params.document}/comments`,
  }),
);

export const meta = pageTitle(m.comments_title);

export default function WorkspaceComments() {
  const { document, conversation } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const { revalidate } = useRevalidator();
  const base = `/w/${hall.slug}/docs`;
  const title = documentTitle(t, document);
  useLive("docs.", [document.id]);
  return (
    <CommentsPage
      title={title}
      above={
        <Breadcrumbs
          trail={[
            { label: document.spaceName, href: `${base}/spaces/${document.spaceId}` },
            { label: title, href: `${base}/${document.id}` },
            { label: t(m.comments_title) },
          ]}
        />
      }
      conversation={conversation}
      address={`${base}/${document.id}/comments`}
      people={`${base}/${document.id}/mentionable`}
      zone={hall.timeZone}
      guestName={null}
      personHref={(personId) => `/w/${hall.slug}/people/${personId}`}
      onDone={revalidate}
    />
  );
}

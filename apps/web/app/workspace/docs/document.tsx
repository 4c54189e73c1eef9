import { idSchema } from "@guildhall/core";
import { getDocument, keepAtHand, listMentionedIn, listTree, removeDocument } from "@guildhall/docs";
import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs, Row, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DocumentList } from "../../documents/document-list.tsx";
import { documentTitle } from "../../documents/document-title.ts";
import { LiveDocument } from "../../documents/live-document.tsx";
import { loadDocument } from "../../documents/load-document.ts";
import { MentionedIn } from "../../documents/mentions/mentioned-in.tsx";
import { NewDocumentForm } from "../../documents/new-document-form.tsx";
import { unlessSaid } from "../../documents/threads/unless-said.ts";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { useHall } from "../use-hall.ts";
import { DocumentDeeds } from "./document-deeds.tsx";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  search: z.object({ thread: idSchema("document_thread").optional().catch(undefined) }),
  permission: "workspace.enter",
});

export const loader = here.open(async ({ scope, house, visit, params, search }) => {
  const access = await visit.access(params.tenant);
  return house.database.withTenant(scope, async (ctx) => {
    const loaded = await loadDocument(ctx, {
      documentId: params.document,
      key: null,
      slug: params.tenant,
      name: access?.personName ?? null,
    });
    return {
      ...loaded,
      thread: search.thread ?? null,
      below: await listTree(ctx, loaded.document.spaceId, loaded.document.id),
      mentionedIn: await listMentionedIn(ctx, { documentId: loaded.document.id }),
    };
  });
});

const keepForm = z.object({ keep: z.enum(["yes", "no"]) });

export const action = here.action(async ({ ctx, request, params }) => {
  const form = await request.formData();
  const docs = `/w/${params.tenant}/docs`;
  const documentId = params.document;
  if (form.get("act") === "remove")
    return answerForm(form, z.object({}), async () => {
      const { parentId, spaceId } = await getDocument(ctx, documentId);
      await removeDocument(ctx, { documentId });
      return seeOther(parentId ? `${docs}/${parentId}` : `${docs}/spaces/${spaceId}`);
    });
  return answerForm(form, keepForm, async ({ keep }) => {
    await keepAtHand(ctx, { documentId, keep: keep === "yes" });
    return seeOther(`${docs}/${documentId}`);
  });
});

export const shouldRevalidate = unlessSaid;
export const meta = pageTitle(m.docs_document);

export default function DocumentPage() {
  const { below, mentionedIn, conversation, thread, ...data } = useLoaderData<typeof loader>();
  const { document, mayEdit } = data;
  const { t } = useWords();
  const hall = useHall();
  const base = `/w/${hall.slug}/docs`;
  useLive("docs.document");
  return (
    <Stack gap={4}>
      <Breadcrumbs
        trail={[
          { label: document.spaceName, href: `${base}/spaces/${document.spaceId}` },
          ...document.path.map((each) => ({ label: documentTitle(t, each), href: `${base}/${each.id}` })),
          { label: documentTitle(t, document) },
        ]}
      />
      <LiveDocument
        {...data}
        files={`${base}/${document.id}/files`}
        mentions={`${base}/mentions`}
        places={{
          fileHref: (fileId) => `/w/${hall.slug}/files/${fileId}`,
          mentionHref: ({ kind, id }) => `/w/${hall.slug}/${mentionPlaces[kind]}/${id}`,
        }}
        talk={{
          address: `${base}/${document.id}/comments`,
          people: `${base}/${document.id}/mentionable`,
          zone: hall.timeZone,
          conversation,
          guestName: null,
          thread,
          personHref: (personId) => `/w/${hall.slug}/people/${personId}`,
        }}
        actions={<DocumentDeeds document={document} base={base} mayEdit={mayEdit} />}
      />
      {(below.length > 0 || mayEdit) && (
        <div className="mx-auto grid w-full max-w-read gap-s3 border-t pt-s4 print:hidden">
          {below.length > 0 && (
            <>
              <h2 className="text-s text-ink-2">{t(m.docs_below)}</h2>
              <DocumentList label={t(m.docs_below)} documents={below} base={base} zone={hall.timeZone} />
            </>
          )}
          {mayEdit && (
            <Row>
              <NewDocumentForm base={base} spaceId={document.spaceId} parentId={document.id} quiet />
            </Row>
          )}
        </div>
      )}
      <div className="mx-auto w-full max-w-read">
        <MentionedIn documents={mentionedIn} base={base} zone={hall.timeZone} />
      </div>
    </Stack>
  );
}

const mentionPlaces = { person: "people", company: "companies", document: "docs" } as const;

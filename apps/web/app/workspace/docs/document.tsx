import { idSchema } from "@guildhall/core";
import {
  duplicateDocument,
  getDocument,
  keepAtHand,
  listMentionedIn,
  listTree,
  mayDuplicate,
  removeDocument,
  setDocumentIcon,
} from "@guildhall/docs";
import { documentIconInput } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs, Row, Stack } from "@guildhall/ui";
import { useLoaderData, useParams, useRouteLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DocumentGone } from "../../documents/document-gone.tsx";
import { DocumentList } from "../../documents/document-list.tsx";
import { documentPageTitle } from "../../documents/document-page-title.ts";
import { documentTitle } from "../../documents/document-title.ts";
import { LiveDocument } from "../../documents/live-document.tsx";
import { loadDocument } from "../../documents/load-document.ts";
import { MentionedIn } from "../../documents/mentions/mentioned-in.tsx";
import { NewDocumentForm } from "../../documents/new-document-form.tsx";
import { unlessSaid } from "../../documents/threads/unless-said.ts";
import { useTabTitle } from "../../documents/use-tab-title.ts";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { useHall } from "../use-hall.ts";
import type { WorkspaceData } from "../workspace.tsx";
import { DocumentDeeds } from "./document-deeds.tsx";
import { DocumentSign } from "./document-sign.tsx";
import { placesIn } from "./places-in.ts";

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
      mayDuplicate: await mayDuplicate(ctx, loaded.document),
      mentionedIn: await listMentionedIn(ctx, { documentId: loaded.document.id }),
    };
  });
});

const iconForm = documentIconInput.omit({ documentId: true });
const duplicateForm = z.object({ below: z.enum(["yes", "no"]).optional() });
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
  if (form.get("act") === "duplicate")
    return answerForm(form, duplicateForm, async ({ below }) => {
      const copy = await duplicateDocument(ctx, { documentId, below: below === "yes" });
      return seeOther(`${docs}/${copy}`);
    });
  if (form.get("act") === "icon")
    return answerForm(form, iconForm, async ({ icon }) => {
      await setDocumentIcon(ctx, { documentId, icon });
      return seeOther(`${docs}/${documentId}`);
    });
  return answerForm(form, keepForm, async ({ keep }) => {
    await keepAtHand(ctx, { documentId, keep: keep === "yes" });
    return seeOther(`${docs}/${documentId}`);
  });
});

export const shouldRevalidate = unlessSaid;
export const meta = documentPageTitle;

/** What they kept on their device may be all that is left to them here. */
export function ErrorBoundary() {
  const { tenant = "", document = "" } = useParams();
  const me = useRouteLoaderData<WorkspaceData>("workspace/workspace")?.me.id;
  return (
    <DocumentGone
      room={{ slug: tenant, documentId: document }}
      personId={me}
      putTo={`/w/${tenant}/docs/kept`}
      home={`/w/${tenant}/docs`}
    />
  );
}

export default function DocumentPage() {
  const { below, mentionedIn, conversation, thread, mayDuplicate: mayCopy, ...data } = useLoaderData<typeof loader>();
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
        putCopyTo={`${base}/kept`}
        places={placesIn(hall.slug)}
        talk={{
          address: `${base}/${document.id}/comments`,
          people: `${base}/${document.id}/mentionable`,
          zone: hall.timeZone,
          conversation,
          guestName: null,
          thread,
          personHref: (personId) => `/w/${hall.slug}/people/${personId}`,
        }}
        onTitle={useTabTitle(hall.name)}
        sign={<DocumentSign icon={document.icon} mayEdit={mayEdit} />}
        actions={
          <DocumentDeeds
            document={document}
            base={base}
            mayEdit={mayEdit}
            mayDuplicate={mayCopy}
            hasBelow={below.length > 0}
          />
        }
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

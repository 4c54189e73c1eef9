import "../../documents/error-words.ts";
import { idSchema, notFound, unauthenticated } from "@guildhall/core";
import { keepAtHand, listMentionedIn } from "@guildhall/docs";
import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs, Button, ButtonLink, ToastPlace } from "@guildhall/ui";
import { Form, useLoaderData, useParams, useRouteLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DocumentGone } from "../../documents/document-gone.tsx";
import { documentPageTitle } from "../../documents/document-page-title.ts";
import { documentTitle } from "../../documents/document-title.ts";
import { LiveDocument } from "../../documents/live-document.tsx";
import { loadDocument } from "../../documents/load-document.ts";
import { MentionedIn } from "../../documents/mentions/mentioned-in.tsx";
import { readGuest } from "../../documents/threads/guest.ts";
import { unlessSaid } from "../../documents/threads/unless-said.ts";
import { useTabTitle } from "../../documents/use-tab-title.ts";
import { portalRoute, seeOther } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { isAppError } from "../../server/route-answer.ts";
import { useWords } from "../../shell/words.ts";
import type { PortalView } from "../portal-view.ts";
import { usePortal } from "../use-portal.ts";

const here = portalRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  search: z.object({
    key: z.string().max(40).optional(),
    thread: idSchema("document_thread").optional().catch(undefined),
  }),
  access: "anyone",
});

export const loader = here.open(async ({ scope, house, visit, request, params, search }) => {
  const access = await visit.access(params.tenant);
  const guest = readGuest(request);
  try {
    const key = search.key ?? null;
    const loaded = await house.database.withTenant(scope, async (ctx) => ({
      ...(await loadDocument(ctx, {
        documentId: params.document,
        key,
        secret: guest.secret,
        slug: params.tenant,
        name: access?.personName ?? null,
      })),
      mentionedIn: await listMentionedIn(ctx, { documentId: params.document }, { key }),
    }));
    return { ...loaded, guestName: guest.name, thread: search.thread ?? null };
  } catch (error) {
    if (!isAppError(error) || error.code !== notFound().code) throw error;
    // The same for one that has ended and one that never was: it says nothing of what there is.
    if (search.key !== undefined) throw notFound("docs.link-over");
    // Once they have signed in, it may be theirs to see.
    throw scope.actor.kind === "visitor" ? unauthenticated() : error;
  }
});

const keepForm = z.object({ keep: z.enum(["yes", "no"]) });

export const action = here.action(async ({ ctx, request, params }) =>
  answerForm(await request.formData(), keepForm, async ({ keep }) => {
    await keepAtHand(ctx, { documentId: params.document, keep: keep === "yes" });
    return seeOther(`/c/${params.tenant}/docs/${params.document}`);
  }),
);

export const shouldRevalidate = unlessSaid;
export const meta = documentPageTitle;

/** What they kept on their device may be all that is left to them here. */
export function ErrorBoundary() {
  const { tenant = "", document = "" } = useParams();
  const me = useRouteLoaderData<PortalView>("portal/portal")?.me?.id;
  return <DocumentGone room={{ slug: tenant, documentId: document }} personId={me} home={`/c/${tenant}`} />;
}

export default function PortalDocument() {
  const { mentionedIn, conversation, guestName, thread, ...data } = useLoaderData<typeof loader>();
  const { document, room } = data;
  const { t } = useWords();
  const { tenant, me } = usePortal();
  const base = `/c/${tenant.slug}/docs`;
  const keyed = "key" in room && room.key ? { key: room.key } : {};
  const key = "key" in keyed ? `?${new URLSearchParams(keyed)}` : "";
  return (
    <div className="portal-document mx-auto grid gap-s4 px-s4 py-s5">
      {me && (
        <Breadcrumbs
          trail={[
            { label: t(m.docs_title), href: base },
            ...document.path.map((each) => ({ label: documentTitle(t, each), href: `${base}/${each.id}` })),
            { label: documentTitle(t, document) },
          ]}
        />
      )}
      <LiveDocument
        {...data}
        files={`${base}/${document.id}/files${key}`}
        mentions={me ? `${base}/mentions` : undefined}
        onTitle={useTabTitle(tenant.name)}
        sign={document.icon && <p className="document-sign">{document.icon}</p>}
        places={{
          fileHref: (fileId) => `${base}/${document.id}/files/${fileId}${key}`,
          mentionHref: ({ kind, id }) => (kind === "document" ? `${base}/${id}` : undefined),
        }}
        talk={{
          address: `${base}/${document.id}/comments${key}`,
          people: `${base}/${document.id}/mentionable${key}`,
          zone: tenant.timeZone,
          conversation,
          guestName,
          thread,
          personHref: () => undefined,
        }}
        actions={
          <div className="flex flex-wrap items-center justify-end gap-s1">
            {me && data.mayEdit && (
              <ButtonLink size="s" look="quiet" icon="clock" href={`${base}/${document.id}/history${key}`}>
                {t(m.versions_title)}
              </ButtonLink>
            )}
            <ButtonLink
              size="s"
              look="quiet"
              icon="download"
              href={`${base}/${document.id}/take?${new URLSearchParams({ format: "pdf", ...keyed })}`}
            >
              {t(m.docs_files_take_pdf)}
            </ButtonLink>
            {me && (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="keep" value={document.favourite ? "no" : "yes"} />
                <Button type="submit" look="quiet" size="s" icon={document.favourite ? "check" : "heart"}>
                  {t(document.favourite ? m.docs_unkeep : m.docs_keep_at_hand)}
                </Button>
              </Form>
            )}
          </div>
        }
      />
      <MentionedIn documents={mentionedIn} base={base} zone={tenant.timeZone} search={key} />
      <ToastPlace />
    </div>
  );
}

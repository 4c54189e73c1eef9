import "../../documents/error-words.ts";
import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs, ToastPlace } from "@guildhall/ui";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { z } from "zod";
import { documentTitle } from "../../documents/document-title.ts";
import { doComment } from "../../documents/threads/comment-acts.ts";
import { CommentsPage } from "../../documents/threads/comments-page.tsx";
import { guestCookie, newSecret, readGuest } from "../../documents/threads/guest.ts";
import { loadComments } from "../../documents/threads/load-comments.ts";
import { portalRoute } from "../../server/define-route.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { usePortal } from "../use-portal.ts";

const here = portalRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  search: z.object({ key: z.string().max(40).optional() }),
  access: "anyone",
});

export const loader = here.loader(async ({ ctx, request, params, search }) => {
  const { secret, name } = readGuest(request);
  const key = search.key ?? null;
  return { ...(await loadComments(ctx, params.document, { key, secret })), guestName: name, key };
});

export const action = here.action(async ({ ctx, request, house, visit, params, search }) => {
  const secret = readGuest(request).secret ?? newSecret();
  const key = search.key ?? null;
  return doComment(ctx, await request.formData(), {
    documentId: params.document,
    who: { key, secret },
    back: `/c/${params.tenant}/docs/${params.document}/comments${keyed(key)}`,
    onNamed: (name) => visit.cookies.push(guestCookie(house, params.tenant, secret, name)),
  });
});

const keyed = (key: string | null) => (key === null ? "" : `?key=${encodeURIComponent(key)}`);

export const meta = pageTitle(m.comments_title);

export default function PortalComments() {
  const { document, conversation, guestName, key } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const { tenant, me } = usePortal();
  const { revalidate } = useRevalidator();
  const base = `/c/${tenant.slug}/docs`;
  const here = `${base}/${document.id}`;
  const title = documentTitle(t, document);
  const trail = [{ label: title, href: `${here}${keyed(key)}` }, { label: t(m.comments_title) }];
  return (
    <div className="mx-auto max-w-letter px-s4 py-s5">
      <CommentsPage
        title={title}
        above={<Breadcrumbs trail={me ? [{ label: t(m.docs_title), href: base }, ...trail] : trail} />}
        conversation={conversation}
        address={`${here}/comments${keyed(key)}`}
        people={`${here}/mentionable${keyed(key)}`}
        zone={tenant.timeZone}
        guestName={guestName}
        personHref={() => undefined}
        onDone={revalidate}
      />
      <ToastPlace />
    </div>
  );
}

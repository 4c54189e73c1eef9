import { idSchema } from "@guildhall/core";
import { getDocument } from "@guildhall/docs";
import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs, PageHeader, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { documentTitle } from "../../documents/document-title.ts";
import { doSharing } from "../../documents/sharing/sharing-acts.ts";
import { SharingView } from "../../documents/sharing/sharing-view.tsx";
import { workspaceRoute } from "../../server/define-route.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { roleAudienceName } from "../audiences/role-audience-name.ts";
import { useLive } from "../live/use-live.ts";
import { useHall } from "../use-hall.ts";
import { loadSharing } from "./load-sharing.ts";
import { sharingSearch } from "./sharing-search.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  search: sharingSearch,
  permission: "workspace.enter",
});

export const loader = here.loader(async ({ ctx, params, search }) => ({
  document: await getDocument(ctx, params.document),
  sharing: await loadSharing(ctx, { documentId: params.document }, search),
}));

export const action = here.action(async ({ ctx, request, params, house }) =>
  doSharing(ctx, { documentId: params.document }, await request.formData(), {
    back: `/w/${params.tenant}/docs/${params.document}/people`,
    publicUrl: house.publicUrl(),
  }),
);

export const meta = pageTitle(m.docs_people);

export default function DocumentPeople() {
  const { document, sharing } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const base = `/w/${hall.slug}/docs`;
  useLive("docs.document", [document.id]);
  return (
    <Stack gap={5}>
      <PageHeader
        above={
          <Breadcrumbs
            trail={[
              { label: document.spaceName, href: `${base}/spaces/${document.spaceId}` },
              { label: documentTitle(t, document), href: `${base}/${document.id}` },
              { label: t(m.docs_people) },
            ]}
          />
        }
        title={t(m.docs_people)}
        description={t(m.docs_people_document_text)}
      />
      <SharingView
        {...sharing}
        zone={hall.timeZone}
        groups={sharing.audiences.map(({ id, name, isRole }) => ({
          value: id,
          label: isRole ? t(roleAudienceName(name)) : name,
        }))}
        linkTo={(key) => `/c/${hall.slug}/docs/${document.id}?key=${key}`}
      />
    </Stack>
  );
}

import { idSchema } from "@guildhall/core";
import { getSpace } from "@guildhall/docs";
import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs, PageHeader, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
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
  params: z.object({ tenant: z.string(), space: idSchema("space") }),
  search: sharingSearch,
  permission: "workspace.enter",
});

export const loader = here.loader(async ({ ctx, params, search }) => ({
  space: await getSpace(ctx, params.space),
  sharing: await loadSharing(ctx, { spaceId: params.space }, search),
}));

export const action = here.action(async ({ ctx, request, params, house }) =>
  doSharing(ctx, { spaceId: params.space }, await request.formData(), {
    back: `/w/${params.tenant}/docs/spaces/${params.space}/people`,
    publicUrl: house.publicUrl(),
  }),
);

export const meta = pageTitle(m.docs_people);

export default function SpacePeople() {
  const { space, sharing } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const base = `/w/${hall.slug}/docs`;
  useLive("docs.space");
  return (
    <Stack gap={5}>
      <PageHeader
        above={
          <Breadcrumbs
            trail={[
              { label: t(m.docs_title), href: base },
              { label: space.name, href: `${base}/spaces/${space.id}` },
              { label: t(m.docs_people) },
            ]}
          />
        }
        title={t(m.docs_people)}
        description={t(m.docs_people_space_text)}
      />
      <SharingView
        {...sharing}
        zone={hall.timeZone}
        groups={sharing.audiences.map(({ id, name, isRole }) => ({
          value: id,
          label: isRole ? t(roleAudienceName(name)) : name,
        }))}
        linkTo={(key) => `/c/${hall.slug}/docs/spaces/${space.id}?key=${key}`}
      />
    </Stack>
  );
}

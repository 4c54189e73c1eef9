import { notFound } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { getPerson } from "@guildhall/people";
import { Avatar, Notice, PageHeader, Stack, TextLink } from "@guildhall/ui";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route } from "../server/define-route.ts";
import { takePicture } from "../server/take-picture.ts";
import { scopeOf, type Visit } from "../server/visit.ts";
import { pageTitle } from "../shell/page-title.ts";
import { PictureForm } from "../shell/picture-form.tsx";
import { pictureMegabytes } from "../shell/picture-input.ts";
import { useWords } from "../shell/words.ts";

const here = route({
  area: "account",
  params: z.object({ tenant: z.string().max(48) }),
  search: z.object({ done: z.literal("saved").optional().catch(undefined) }),
});

/** As who somebody is in this hall; it is not there for anybody who has no place in it. */
async function ownPlace(visit: Visit, slug: string) {
  const access = await visit.access(slug);
  if (access?.actor.kind !== "person") throw notFound();
  return { scope: scopeOf(access, await visit.locale(), visit), personId: access.actor.personId };
}

export const loader = here.loader(async ({ visit, house, params, search }) => {
  const { scope, personId } = await ownPlace(visit, params.tenant);
  const me = await house.database.withTenant(scope, (ctx) => getPerson(ctx, personId), { readOnly: true });
  const { slug, name } = scope.tenant;
  return {
    hall: { slug, name },
    me: { id: me.id, name: me.fullName, pictureId: me.avatarFileId },
    saved: search.done === "saved",
  };
});

export const action = here.action(async ({ visit, house, request, params }) => {
  const place = await ownPlace(visit, params.tenant);
  const next = `/account/picture/${params.tenant}?done=saved`;
  return takePicture(await request.formData(), { house, ...place, next });
});

export const meta = pageTitle(m.account_picture);

/** How somebody looks to one hall. */
export default function Picture() {
  const { hall, me, saved } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>() !== undefined;
  const { t } = useWords();
  // Its id is part of the address, so that no browser shows the one before.
  const image = me.pictureId && `/c/${hall.slug}/me/picture?of=${me.pictureId}`;
  return (
    <Stack gap={5}>
      <PageHeader
        size="l"
        above={<TextLink href="/account">{t(m.auth_halls_title)}</TextLink>}
        mark={<Avatar id={me.id} name={me.name} image={image} size="l" />}
        title={t(m.account_picture_title, { hall: hall.name })}
        description={t(m.account_picture_text)}
      />
      {saved && !answered && <Notice tone="success" live title={t(m.account_picture_saved, { hall: hall.name })} />}
      <p className="text-ink-2">{t(m.people_picture_hint, { limit: pictureMegabytes })}</p>
      <PictureForm key={me.pictureId} />
    </Stack>
  );
}

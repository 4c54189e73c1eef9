import { notFound, unauthenticated } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { noticeChoices, saveNoticeSettings, topicsFor } from "@guildhall/notify";
import { noticeSettingsInput } from "@guildhall/notify/schemas";
import { listTenantsOfUser } from "@guildhall/people";
import { suiteNotices } from "@guildhall/suite";
import { EmptyState, Notice, PageHeader, Stack, TabLinks } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ChoicesForm } from "../notices/choices-form.tsx";
import { topicsIn } from "../notices/topics-in.ts";
import { route, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { scopeOf, type Visit } from "../server/visit.ts";
import { pageTitle } from "../shell/page-title.ts";
import { useWords } from "../shell/words.ts";

const here = route({
  area: "account",
  search: z.object({ hall: z.string().max(60).optional(), saved: z.literal("1").optional() }),
});

export const loader = here.loader(async ({ visit, house, search }) => {
  const halls = await hallsOf(visit, house);
  const slug = search.hall ?? halls[0]?.slug;
  if (slug === undefined) return { halls, chosen: null, topics: [], saved: false };
  const { scope, personId } = await placeIn(visit, slug);
  const choices = await house.database.withTenant(scope, (ctx) => noticeChoices(ctx, suiteNotices, personId), {
    readOnly: true,
  });
  return { halls, chosen: { slug, choices }, topics: topicsIn(scope.locale, scope.actor), saved: search.saved === "1" };
});

export const action = here.action(async ({ visit, house, request, search }) => {
  const form = await request.formData();
  const slug = search.hall ?? (await hallsOf(visit, house))[0]?.slug;
  if (slug === undefined) return seeOther("/account/notifications");
  const { scope } = await placeIn(visit, slug);
  const names = topicsFor(scope.actor, suiteNotices.topics).map(({ name }) => name);
  return answerForm(form, noticeSettingsInput(names), async (chosen) => {
    await house.database.withTenant(scope, (ctx) => saveNoticeSettings(ctx, suiteNotices, chosen));
    return seeOther(`/account/notifications?${new URLSearchParams({ hall: slug, saved: "1" })}`);
  });
});

async function hallsOf(visit: Visit, { database }: Parameters<Parameters<typeof here.loader>[0]>[0]["house"]) {
  const session = await visit.session();
  if (!session) throw unauthenticated();
  return database.withPlatform("sign-in", (db) => listTenantsOfUser(db, session.user.id), { readOnly: true });
}

/** Who somebody is in a hall of theirs; any other is not there. */
async function placeIn(visit: Visit, slug: string) {
  const access = await visit.access(slug);
  if (access?.actor.kind !== "person") throw notFound();
  return { scope: scopeOf(access, await visit.locale(), visit), personId: access.actor.personId };
}

export const meta = pageTitle(m.notices_title);

/** What somebody wants to hear of, hall by hall. */
export default function AccountNotifications() {
  const { t } = useWords();
  const { halls, chosen, topics, saved } = useLoaderData<typeof loader>();
  const address = (slug: string) => `/account/notifications?hall=${slug}`;
  return (
    <Stack gap={5}>
      <PageHeader size="l" title={t(m.notices_title)} description={t(m.notices_choices_text)} />
      {halls.length > 1 && (
        <TabLinks
          label={t(m.auth_halls_title)}
          tabs={halls.map(({ slug, name }) => ({
            href: address(slug),
            label: name,
            current: slug === chosen?.slug,
          }))}
        />
      )}
      {saved && <Notice tone="success" live title={t(m.notices_saved)} />}
      {chosen ? (
        <ChoicesForm key={chosen.slug} topics={topics} choices={chosen.choices} action={address(chosen.slug)} />
      ) : (
        <EmptyState kind="none-yet" title={t(m.auth_halls_none_title)} text={t(m.auth_halls_none_text)} />
      )}
    </Stack>
  );
}

import { idSchema } from "@guildhall/core";
import { listMentionedIn } from "@guildhall/docs";
import { m } from "@guildhall/i18n/messages";
import { getPersonRecord, listMerged, listOwners, listTags, personPolicy, searchPeople } from "@guildhall/people";
import { Avatar, ButtonLink, Chip, PageHeader, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { MentionedIn } from "../../documents/mentions/mentioned-in.tsx";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { takePicture } from "../../server/take-picture.ts";
import { useWords } from "../../shell/words.ts";
import { findSearch } from "../find/find-search.ts";
import { useLive } from "../live/use-live.ts";
import { pictureAt } from "../picture-address.ts";
import { loadPersonTimeline } from "../timeline/load-timeline.ts";
import { useHall } from "../use-hall.ts";
import { ErasedPerson } from "./erased-person.tsx";
import { letterAbout } from "./letter-about.ts";
import { MergedNotice } from "./merge/merged-notice.tsx";
import { personActs } from "./person-acts.ts";
import { PersonLetter, PersonUpkeep } from "./person-letter.tsx";
import { PersonTimeline } from "./person-timeline.tsx";
import { stageTones, stageWords } from "./stage-words.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), person: idSchema("person") }),
  search: z.record(z.string(), z.string()),
  permission: "people.view",
});

export const loader = here.loader(async ({ ctx, params, search }) => {
  const person = await getPersonRecord(ctx, params.person);
  // Merged into another: their page is that one's.
  if (person.id !== params.person) throw seeOther(`/w/${params.tenant}/people/${person.id}`);
  const mayEdit = personPolicy.allows(ctx.actor, "keep", person) && person.erasedAt === null;
  return {
    person,
    mayEdit,
    maySetPicture: personPolicy.allows(ctx.actor, "edit", person),
    merged: person.merged > 0 ? await listMerged(ctx, person.id) : [],
    mayMerge: mayEdit && ctx.actor.can("people.bulk-edit"),
    mayErase: personPolicy.allows(ctx.actor, "erase", person),
    staff: mayEdit ? await listOwners(ctx) : [],
    tags: mayEdit ? await listTags(ctx) : [],
    others: mayEdit
      ? (await searchPeople(ctx, findSearch.parse(search).find, 100))
          .filter(({ id }) => id !== person.id)
          .map(({ id, fullName }) => ({ value: id, label: fullName }))
      : [],
    mentionedIn: await listMentionedIn(ctx, { personId: person.id }),
    timeline: await loadPersonTimeline(ctx, person.id, search),
  };
});

export const action = here.open(async ({ scope, house, request, params: { tenant, person: personId } }) => {
  const form = await request.formData();
  const next = `/w/${tenant}/people/${personId}`;
  const act = personActs[String(form.get("act"))];
  if (!act) return takePicture(form, { house, scope, personId, next });
  return act(form, async (work) => {
    await house.database.withTenant(scope, (ctx) => work(ctx, personId));
    return seeOther(next);
  });
});

export default function Person() {
  const page = useLoaderData<typeof loader>();
  const { person, mayEdit } = page;
  const words = useWords();
  const { t } = words;
  const hall = useHall();
  useLive("people.");
  useLive("docs.");
  if (person.erasedAt) return <ErasedPerson erasedAt={person.erasedAt} />;
  const address = `/w/${hall.slug}/people/${person.id}`;
  return (
    <Stack gap={5}>
      <PageHeader
        size="l"
        mark={
          <Avatar
            id={person.id}
            name={person.fullName}
            size="l"
            image={pictureAt(hall.slug, person.avatarFileId, 320)}
          />
        }
        title={person.fullName}
        description={letterAbout(person, words, hall.timeZone)}
        actions={
          mayEdit && (
            <>
              {!person.role && (
                <ButtonLink href={`${address}/link`} icon="door">
                  {t(m.portal_link_give)}
                </ButtonLink>
              )}
              <ButtonLink look="primary" href={`${address}/edit`} icon="edit">
                {t(m.record_edit)}
              </ButtonLink>
            </>
          )
        }
        above={
          (person.stage || person.memberSince) && (
            <span className="flex flex-wrap gap-s2">
              {person.stage && <Chip tone={stageTones[person.stage]}>{t(stageWords[person.stage])}</Chip>}
              {person.memberSince && <Chip tone="jade">{t(m.record_letter_member)}</Chip>}
            </span>
          )
        }
      />
      <MergedNotice personId={person.id} merged={page.merged} mayPart={page.mayMerge} />
      <div className="grid grid-cols-1 items-start gap-x-s6 gap-y-s5 lg:grid-cols-[minmax(0,var(--width-form))_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <PersonLetter page={page} />
        <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <PersonTimeline timeline={page.timeline} />
        </div>
        <PersonUpkeep page={page} />
      </div>
      <MentionedIn documents={page.mentionedIn} base={`/w/${hall.slug}/docs`} zone={hall.timeZone} />
    </Stack>
  );
}

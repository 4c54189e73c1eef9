import { idSchema, invalid } from "@guildhall/core";
import { receiveFile } from "@guildhall/files";
import { m } from "@guildhall/i18n/messages";
import {
  getPersonRecord,
  listOwners,
  listTags,
  personPolicy,
  requireMaySetPicture,
  searchPeople,
  setPicture,
} from "@guildhall/people";
import { Avatar, ButtonLink, Chip, PageHeader, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { pictureAt } from "../picture-address.ts";
import { loadPersonTimeline } from "../timeline/load-timeline.ts";
import { useHall } from "../use-hall.ts";
import { ErasedPerson } from "./erased-person.tsx";
import { letterAbout } from "./letter-about.ts";
import { personActs } from "./person-acts.ts";
import { PersonLetter } from "./person-letter.tsx";
import { PersonTimeline } from "./person-timeline.tsx";
import { pictureInput } from "./picture-form.tsx";

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
    mayErase: personPolicy.allows(ctx.actor, "erase", person),
    staff: mayEdit ? await listOwners(ctx) : [],
    tags: mayEdit ? await listTags(ctx) : [],
    others: mayEdit
      ? (await searchPeople(ctx, "", 100))
          .filter(({ id }) => id !== person.id)
          .map(({ id, fullName }) => ({ value: id, label: fullName }))
      : [],
    timeline: await loadPersonTimeline(ctx, person.id, search),
  };
});

export type PersonPage = ReturnType<typeof useLoaderData<typeof loader>>;

const pictureLimit = 10 * 1_048_576;

export const action = here.open(async ({ scope, house, request, params }) => {
  const form = await request.formData();
  const home = `/w/${params.tenant}/people/${params.person}`;
  const act = personActs[String(form.get("act"))];
  if (act)
    return act(form, async (work) => {
      await house.database.withTenant(scope, (ctx) => work(ctx, params.person));
      return seeOther(home);
    });
  const picture = form.get("picture");
  const take = async () => {
    if (!(picture instanceof File) || picture.size === 0) throw invalid("files.missing");
    await house.database.withTenant(scope, (ctx) => requireMaySetPicture(ctx, params.person), { readOnly: true });
    const received = await receiveFile(house.files, scope.tenant.id, {
      content: picture.stream(),
      name: picture.name,
      limitBytes: pictureLimit,
      accept: ["image"],
    });
    await house.database.withTenant(scope, (ctx) => setPicture(ctx, params.person, received));
    return seeOther(home);
  };
  return answerForm(form, pictureInput, take, { field: "picture" });
});

export default function Person() {
  const page = useLoaderData<typeof loader>();
  const { person, mayEdit } = page;
  const words = useWords();
  const { t } = words;
  const hall = useHall();
  useLive("people.");
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
        above={person.memberSince && <Chip tone="jade">{t(m.record_letter_member)}</Chip>}
      />
      <div className="grid items-start gap-s6 lg:grid-cols-[minmax(0,var(--width-form))_minmax(0,1fr)]">
        <PersonLetter page={page} pictureLimit={pictureLimit} />
        <PersonTimeline timeline={page.timeline} />
      </div>
    </Stack>
  );
}

import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { findPersonRow, resolvePerson, searchPeople } from "@guildhall/people";
import type { PersonRow } from "@guildhall/people/schemas";
import { z } from "zod";
import type { LiveCard } from "./live-block.ts";
import { defineLiveBlock } from "./live-block-kind.ts";
import { stageIn } from "./stage-in.ts";

/** Somebody: their face, how far they have come with the house, where they work, and who looks after them. */
export const personBlock = defineLiveBlock({
  kind: "person",
  permission: "people.view",
  params: z.strictObject({ personId: idSchema("person") }),
  follows: {
    ofThese: ["people."],
    any: ["people.people-", "people.companies-", "tenancy.change-set-"],
  },
  words: (locale) => ({
    label: m.live_blocks_person({}, { locale }),
    ask: m.live_blocks_ask_person({}, { locale }),
  }),
  load: async (ctx, { personId }) => {
    const id = await resolvePerson(ctx, personId);
    const person = id && (await findPersonRow(ctx, id));
    if (!person) return null;
    const { company, owner } = person;
    return {
      shown: cardOf(person, ctx.locale),
      about: [personId, person.id, ...(company ? [company.id] : []), ...(owner ? [owner.id] : [])],
    };
  },
  choices: async (ctx, query) =>
    (await searchPeople(ctx, query, 8)).map(({ id, fullName, email, avatarFileId }) => ({
      label: fullName,
      hint: email,
      face: { id, fileId: avatarFileId },
      params: { personId: id },
    })),
});

function cardOf(person: PersonRow, locale: Parameters<typeof stageIn>[1]): LiveCard {
  const { stage, company, jobTitle, owner } = person;
  const label = (of: typeof m.grid_col_stage) => of({}, { locale });
  return {
    shape: "card",
    title: person.fullName,
    path: `people/${person.id}`,
    face: { id: person.id, fileId: person.avatarFileId },
    facts: [
      ...(stage ? [{ label: label(m.grid_col_stage), ...stageIn(stage, locale) }] : []),
      ...(jobTitle ? [{ label: label(m.grid_col_job_title), text: jobTitle }] : []),
      ...(company ? [{ label: label(m.grid_col_company), text: company.name, path: `companies/${company.id}` }] : []),
      ...(owner ? [{ label: label(m.grid_col_owner), text: owner.name, path: `people/${owner.id}` }] : []),
    ],
  };
}

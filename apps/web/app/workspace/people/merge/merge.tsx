import { idSchema, notFound } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { getPersonRecord, listFields, mergePeople, previewMerge, resolvePerson, searchPeople } from "@guildhall/people";
import { suiteMergeSteps } from "@guildhall/suite";
import { PageHeader, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../../server/define-route.ts";
import { answerForm } from "../../../server/form-action.ts";
import { pageTitle } from "../../../shell/page-title.ts";
import { useWords } from "../../../shell/words.ts";
import { PersonTrail } from "../person-trail.tsx";
import { ChooseOther } from "./choose-other.tsx";
import { choicesOf, mergeForm, withForm } from "./merge-form.ts";
import { MergePair } from "./merge-pair.tsx";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), person: idSchema("person") }),
  search: z.object({ with: idSchema("person").optional().catch(undefined) }),
  permission: "people.bulk-edit",
});

export const loader = here.loader(async ({ ctx, params, search }) => {
  const { id, fullName, erasedAt } = await getPersonRecord(ctx, params.person);
  const home = `/w/${params.tenant}/people/${id}`;
  if (erasedAt) throw seeOther(home);
  if (id !== params.person) throw seeOther(`${home}/merge`);
  const other = search.with ? await resolvePerson(ctx, search.with) : null;
  if (other && other !== id)
    return {
      person: { id, fullName },
      pair: {
        preview: await previewMerge(ctx, { keptId: id, mergedId: other }),
        fields: await listFields(ctx, "person", { archived: true }),
      },
      others: [],
      alike: [],
    };
  const without = (found: Awaited<ReturnType<typeof searchPeople>>) => found.filter((each) => each.id !== id);
  return {
    person: { id, fullName },
    pair: null,
    others: without(await searchPeople(ctx, "", 100)),
    alike: without(await searchPeople(ctx, fullName, 6)),
  };
});

export const action = here.action(async ({ ctx, request, params }) => {
  const form = await request.formData();
  return answerForm(form, withForm, async (answer) => {
    const mergedId = await resolvePerson(ctx, answer.with);
    if (!mergedId) throw notFound();
    const { differences, ...pair } = await previewMerge(ctx, { keptId: params.person, mergedId });
    return answerForm(form, mergeForm(differences), async (answers) => {
      const { keptId } = await mergePeople(
        ctx,
        { keptId: pair.keptId, mergedId: pair.mergedId, choices: choicesOf(differences, answers) },
        suiteMergeSteps,
      );
      return seeOther(`/w/${params.tenant}/people/${keptId}`);
    });
  });
});

export const meta = pageTitle(m.merge_title);

export default function Merge() {
  const { person, pair, others, alike } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const kept = pair?.preview.kept.fullName ?? "";
  const merged = pair?.preview.merged.fullName ?? "";
  return (
    <Stack gap={5}>
      <PageHeader
        above={<PersonTrail id={person.id} name={person.fullName} here={t(m.merge_title)} />}
        title={pair ? t(m.merge_pair_title, { kept, merged }) : t(m.merge_choose_title, { name: person.fullName })}
        description={t(pair ? m.merge_pair_text : m.merge_choose_text)}
      />
      {pair ? <MergePair {...pair} /> : <ChooseOther others={others} alike={alike} />}
    </Stack>
  );
}

import { idSchema, notFound } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { getPersonRecord, listMerged, previewUnmerge, unmergePeople } from "@guildhall/people";
import { suiteMergeSteps } from "@guildhall/suite";
import { Button, ButtonLink, FormActions, Notice, PageHeader, Section, Stack } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../../server/define-route.ts";
import { answerForm } from "../../../server/form-action.ts";
import { FormSummary } from "../../../shell/form-summary.tsx";
import { pageTitle } from "../../../shell/page-title.ts";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";
import { PersonTrail } from "../person-trail.tsx";
import { GainFigures } from "./seen-as-one.tsx";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), person: idSchema("person"), merged: idSchema("person") }),
  permission: "people.bulk-edit",
});

/** Said by the button, so that nothing else parts them. */
const partForm = z.object({ act: z.literal("part") });

export const loader = here.loader(async ({ ctx, params }) => {
  const { id, fullName } = await getPersonRecord(ctx, params.person);
  const records = await listMerged(ctx, id);
  const merged = records.find(({ personId }) => personId === params.merged);
  if (!merged) throw notFound();
  return { person: { id, fullName }, merged, returns: await previewUnmerge(ctx, merged.personId) };
});

export const action = here.action(async ({ ctx, request, params }) =>
  answerForm(await request.formData(), partForm, async () => {
    const { changeSetId } = await unmergePeople(ctx, { mergedId: params.merged }, suiteMergeSteps);
    return seeOther(`/w/${params.tenant}/changes/${changeSetId}`);
  }),
);

export const meta = pageTitle(m.merge_part);

export default function Unmerge() {
  const { person, merged, returns } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const home = `/w/${useHall().slug}/people`;
  const { form, summary, pending } = useSchemaForm(partForm);
  return (
    <Stack gap={5}>
      <PageHeader
        above={<PersonTrail id={person.id} name={person.fullName} here={t(m.merge_part)} />}
        title={t(m.merge_part_title, { merged: merged.fullName, kept: merged.intoName })}
        description={t(m.merge_part_text)}
      />
      <FormSummary summary={summary} />
      {merged.laterFirst ? (
        <Notice
          title={t(m.merge_part_later, { into: merged.intoName })}
          action={
            <ButtonLink href={`${home}/${person.id}/merged/${merged.intoId}`}>
              {t(m.merge_part_later_link, { into: merged.intoName })}
            </ButtonLink>
          }
        />
      ) : (
        <>
          <Section
            title={t(m.merge_part_returns, { name: merged.fullName })}
            description={t(m.merge_part_kept, { name: merged.intoName })}
          >
            <GainFigures gains={returns} tags={t(m.merge_tags)} />
          </Section>
          <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
            <input type="hidden" name="act" value="part" />
            <FormActions>
              <Button type="submit" look="primary" pending={pending}>
                {t(m.merge_part_act)}
              </Button>
              <ButtonLink look="quiet" href={`${home}/${person.id}`}>
                {t(m.shell_cancel)}
              </ButtonLink>
            </FormActions>
          </Form>
        </>
      )}
    </Stack>
  );
}

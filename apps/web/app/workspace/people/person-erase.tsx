import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { erasePerson, getPersonRecord } from "@guildhall/people";
import { suiteTraces } from "@guildhall/suite";
import { Button, ButtonLink, CheckboxField, FormActions, FormFields, Notice, PageHeader, Stack } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { PersonTrail } from "./person-trail.tsx";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), person: idSchema("person") }),
  permission: "people.bulk-edit",
});

const sureForm = z.object({ sure: z.literal(true, { error: "people.erase-unsure" }) });

export const loader = here.loader(async ({ ctx, params }) => {
  const { id, fullName, role, erasedAt } = await getPersonRecord(ctx, params.person);
  if (erasedAt) throw seeOther(`/w/${params.tenant}/people/${id}`);
  return { id, name: fullName, isStaff: role !== null };
});

export const action = here.open(async ({ scope, house, request, params }) =>
  answerForm(await request.formData(), sureForm, async ({ sure }) => {
    await house.database.withTenant(scope, (ctx) => erasePerson(ctx, { personId: params.person, sure }, suiteTraces));
    return seeOther(`/w/${params.tenant}/people/${params.person}`);
  }),
);

export default function ErasePerson() {
  const { id, name, isStaff } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(sureForm);
  const back = `/w/${hall.slug}/people/${id}`;
  return (
    <Stack gap={5}>
      <PageHeader
        above={<PersonTrail id={id} name={name} here={t(m.record_erase)} />}
        title={t(m.record_erase_title, { name })}
        description={t(m.record_erase_text)}
      />
      <FormSummary summary={summary} />
      {isStaff ? (
        <Notice title={t(m.record_erase_staff)} />
      ) : (
        <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
          <FormFields>
            <CheckboxField
              name={fields.sure.name}
              label={t(m.record_erase_sure, { name })}
              error={errorsOf(fields.sure)}
            />
            <FormActions>
              <Button type="submit" look="danger" pending={pending}>
                {t(m.record_erase_act)}
              </Button>
              <ButtonLink look="quiet" href={back}>
                {t(m.shell_cancel)}
              </ButtonLink>
            </FormActions>
          </FormFields>
        </Form>
      )}
    </Stack>
  );
}

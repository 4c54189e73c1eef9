import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { editPerson, getPersonRecord, listFields, listOwners } from "@guildhall/people";
import { readFieldAnswers } from "@guildhall/people/schemas";
import { ButtonLink, FormFields, PageHeader, Stack, SubmitRow, TextField } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { LeaveGuard } from "../../shell/leave-guard.tsx";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { editForm, MainInputs, MoreInputs, OwnInputs } from "./person-form.tsx";
import { PersonTrail } from "./person-trail.tsx";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), person: idSchema("person") }),
  permission: "people.edit",
});

export const loader = here.loader(async ({ ctx, params }) => {
  const person = await getPersonRecord(ctx, params.person);
  if (person.id !== params.person) throw seeOther(`/w/${params.tenant}/people/${person.id}/edit`);
  if (person.erasedAt) throw seeOther(`/w/${params.tenant}/people/${person.id}`);
  return {
    person,
    staff: await listOwners(ctx),
    zones: Intl.supportedValuesOf("timeZone"),
  };
});

export const action = here.open(async ({ scope, house, request, params }) => {
  const { database } = house;
  const fields = await database.withTenant(scope, (ctx) => listFields(ctx, "person"), { readOnly: true });
  const zone = scope.tenant.timeZone;
  return answerForm(await request.formData(), editForm(fields), async ({ zones, currencies, ...given }) => {
    const own = readFieldAnswers(fields, { fields: given.fields, zones, currencies }, zone);
    const { familyName = null, givenName = null, stage = null, ownerPersonId = null } = given;
    const { fullName, locale = null, timeZone = null } = given;
    const changes = { fullName, familyName, givenName, stage, ownerPersonId, locale, timeZone, fields: own };
    const id = await database.withTenant(scope, (ctx) => editPerson(ctx, { personId: params.person, changes }));
    return seeOther(`/w/${params.tenant}/people/${id}`);
  });
});

export default function EditPerson() {
  const { person, staff, zones } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(editForm(person.fields));
  const back = `/w/${hall.slug}/people/${person.id}`;
  const name = person.fullName;
  return (
    <Stack gap={5}>
      <PageHeader
        above={<PersonTrail id={person.id} name={name} here={t(m.record_edit)} />}
        title={t(m.record_edit_title, { name })}
      />
      <FormSummary summary={summary} />
      <LeaveGuard form={form.id} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <TextField
            name={fields.fullName.name}
            label={t(m.people_name)}
            description={t(m.people_name_hint)}
            autoComplete="off"
            maxLength={200}
            required
            defaultValue={fields.fullName.initialValue ?? name}
            error={errorsOf(fields.fullName)}
          />
          <MainInputs fields={fields} errorsOf={errorsOf} known={person} staff={staff} />
          <OwnInputs fields={person.fields} controls={fields.fields.getFieldset()} errorsOf={errorsOf} known={person} />
          <MoreInputs fields={fields} errorsOf={errorsOf} known={person} zones={zones} />
          <SubmitRow label={t(m.record_save)} pending={pending}>
            <ButtonLink look="quiet" href={back}>
              {t(m.shell_cancel)}
            </ButtonLink>
          </SubmitRow>
        </FormFields>
      </Form>
    </Stack>
  );
}

import { m } from "@guildhall/i18n/messages";
import { createPerson, listFields, listOwners, listTags } from "@guildhall/people";
import { type Field, readFieldAnswers } from "@guildhall/people/schemas";
import { ButtonLink, FormFields, PageHeader, Stack, SubmitRow, TextField } from "@guildhall/ui";
import { TagsField } from "@guildhall/ui/choice";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { LeaveGuard } from "../../shell/leave-guard.tsx";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { MainInputs, MoreInputs, newForm, OwnInputs } from "./person-form.tsx";

const here = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "people.edit" });

export const loader = here.loader(async ({ ctx }) => ({
  fields: await listFields(ctx, "person"),
  tags: await listTags(ctx),
  staff: await listOwners(ctx),
  zones: Intl.supportedValuesOf("timeZone"),
}));

export const action = here.open(async ({ scope, house, request, params }) => {
  const { database } = house;
  const fields = await database.withTenant(scope, (ctx) => listFields(ctx, "person"), { readOnly: true });
  return answerForm(await request.formData(), newForm(fields), async ({ zones, currencies, ...given }) => {
    const own = readFieldAnswers(fields, { fields: given.fields, zones, currencies }, scope.tenant.timeZone);
    const id = await database.withTenant(scope, (ctx) => createPerson(ctx, { ...given, fields: own }));
    return seeOther(`/w/${params.tenant}/people/${id}`);
  });
});

export default function NewPerson() {
  const { fields: own, tags, staff, zones } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(newForm(own));
  const controls = fields.fields.getFieldset();
  const required = ({ required: must }: Field) => must;
  const inputs = (some: readonly Field[]) => <OwnInputs fields={some} controls={controls} errorsOf={errorsOf} />;
  return (
    <Stack gap={5}>
      <PageHeader title={t(m.people_new_title)} description={t(m.people_new_text)} />
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
            defaultValue={fields.fullName.initialValue}
            error={errorsOf(fields.fullName)}
          />
          <TextField
            name={fields.email.name}
            label={t(m.people_email)}
            optionalLabel={t(m.shell_optional)}
            type="email"
            autoComplete="off"
            defaultValue={fields.email.initialValue}
            error={errorsOf(fields.email)}
          />
          <TextField
            name={fields.phone.name}
            label={t(m.people_phone)}
            optionalLabel={t(m.shell_optional)}
            description={t(m.people_phone_hint)}
            type="tel"
            autoComplete="off"
            defaultValue={fields.phone.initialValue}
            error={errorsOf(fields.phone)}
          />
          {inputs(own.filter(required))}
          <MainInputs fields={fields} errorsOf={errorsOf} staff={staff} />
          <TagsField
            name={fields.tags.name}
            label={t(m.record_tags)}
            optionalLabel={t(m.shell_optional)}
            suggestions={tags.map(({ name }) => name)}
            defaultValue={[fields.tags.initialValue ?? []].flat().filter((tag) => tag !== undefined)}
            error={errorsOf(fields.tags)}
          />
          <details>
            <summary className="cursor-pointer py-s2 text-ink-2 hover:text-ink">{t(m.record_more)}</summary>
            <FormFields>
              {inputs(own.filter((field) => !required(field)))}
              <MoreInputs fields={fields} errorsOf={errorsOf} zones={zones} />
            </FormFields>
          </details>
          <SubmitRow label={t(m.people_save)} pending={pending}>
            <ButtonLink look="quiet" href={`/w/${hall.slug}/people`}>
              {t(m.shell_cancel)}
            </ButtonLink>
          </SubmitRow>
        </FormFields>
      </Form>
    </Stack>
  );
}

import { m } from "@guildhall/i18n/messages";
import { createPerson } from "@guildhall/people";
import { createPersonInput } from "@guildhall/people/schemas";
import { Button, ButtonLink, FormActions, FormFields, PageHeader, Stack, TextField } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { LeaveGuard } from "../../shell/leave-guard.tsx";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

const here = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "people.edit" });

export const loader = here.loader(async () => null);

export const action = here.open(async ({ scope, house, request, params }) =>
  answerForm(await request.formData(), createPersonInput, async (person) => {
    const id = await house.database.withTenant(scope, (ctx) => createPerson(ctx, person));
    return seeOther(`/w/${params.tenant}/people/${id}`);
  }),
);

export default function NewPerson() {
  const { t } = useWords();
  const hall = useHall();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(createPersonInput);
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
          <FormActions>
            <Button type="submit" look="primary" pending={pending}>
              {t(m.people_save)}
            </Button>
            <ButtonLink look="quiet" href={`/w/${hall.slug}/people`}>
              {t(m.shell_cancel)}
            </ButtonLink>
          </FormActions>
        </FormFields>
      </Form>
    </Stack>
  );
}

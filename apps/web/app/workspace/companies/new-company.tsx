import { m } from "@guildhall/i18n/messages";
import { createCompany, listFields, searchCompanies } from "@guildhall/people";
import { readFieldAnswers } from "@guildhall/people/schemas";
import { Button, ButtonLink, FormActions, FormFields, PageHeader, Stack, TextField } from "@guildhall/ui";
import { ComboboxField } from "@guildhall/ui/choice";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { LeaveGuard } from "../../shell/leave-guard.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { useFieldPlace } from "../fields/use-field-place.ts";
import { useHall } from "../use-hall.ts";
import { CompanyFields, NameField } from "./company-fields.tsx";
import { newCompanyFormSchema } from "./company-form.ts";
import { listOwners } from "./list-owners.ts";

const here = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "companies.edit" });

export const loader = here.loader(async ({ ctx }) => ({
  own: await listFields(ctx, "company"),
  owners: await listOwners(ctx),
  companies: (await searchCompanies(ctx, "", 50)).map(({ id, name }) => ({ value: id, label: name })),
}));

export const action = here.action(async ({ ctx, request, params }) => {
  const own = await listFields(ctx, "company");
  return answerForm(await request.formData(), newCompanyFormSchema(own), async (answers) => {
    const { name, website, note, ownerPersonId, parentId, domain } = answers;
    const fields = readFieldAnswers(own, answers, ctx.tenant.timeZone);
    const id = await createCompany(ctx, { name, website, note, ownerPersonId, parentId, domain, fields });
    return seeOther(`/w/${params.tenant}/companies/${id}`);
  });
});

export const meta = pageTitle(m.companies_add);

export default function NewCompany() {
  const { own, owners, companies } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/w/${useHall().slug}/companies`;
  const place = useFieldPlace();
  const schemaForm = useSchemaForm(newCompanyFormSchema(own));
  const { form, fields, errorsOf, summary, pending } = schemaForm;
  return (
    <Stack gap={5}>
      <PageHeader title={t(m.companies_new_title)} description={t(m.companies_new_text)} />
      <FormSummary summary={summary} />
      <LeaveGuard form={form.id} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <NameField of={schemaForm} />
          <TextField
            name={fields.domain.name}
            label={t(m.companies_domain)}
            optionalLabel={t(m.shell_optional)}
            description={t(m.companies_domain_hint)}
            autoComplete="off"
            maxLength={300}
            defaultValue={fields.domain.initialValue}
            error={errorsOf(fields.domain)}
          />
          <ComboboxField
            name={fields.parentId.name}
            label={t(m.companies_parent)}
            optionalLabel={t(m.shell_optional)}
            options={companies}
            load={(query, signal) => place.find("company", query, signal)}
            defaultValue={fields.parentId.initialValue}
            error={errorsOf(fields.parentId)}
          />
          <CompanyFields of={schemaForm} own={own} owners={owners} />
          <FormActions>
            <Button type="submit" look="primary" pending={pending}>
              {t(m.companies_add)}
            </Button>
            <ButtonLink look="quiet" href={base}>
              {t(m.shell_cancel)}
            </ButtonLink>
          </FormActions>
        </FormFields>
      </Form>
    </Stack>
  );
}

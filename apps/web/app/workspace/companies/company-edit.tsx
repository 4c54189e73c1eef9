import { idSchema, notFound } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import {
  companyPolicy,
  deleteCompany,
  editCompany,
  getCompany,
  listFields,
  searchCompanies,
  setParent,
} from "@guildhall/people";
import { readFieldAnswers, setParentInput } from "@guildhall/people/schemas";
import { Breadcrumbs, Button, ButtonLink, FormActions, FormFields, PageHeader, Section, Stack } from "@guildhall/ui";
import { type Choice, ComboboxField } from "@guildhall/ui/choice";
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
import { findSearch } from "../find/find-search.ts";
import { PlainFind } from "../find/plain-find.tsx";
import { useHall } from "../use-hall.ts";
import { CompanyFields, NameField } from "./company-fields.tsx";
import { companyFormSchema } from "./company-form.ts";
import { listOwners } from "./list-owners.ts";
import { relationChoices } from "./relation-choices.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), company: idSchema("company") }),
  search: findSearch,
  permission: "companies.edit",
});

export const loader = here.loader(async ({ ctx, params, search }) => {
  if (!companyPolicy.allows(ctx.actor, "edit", null)) throw notFound();
  const company = await getCompany(ctx, params.company);
  const own = await listFields(ctx, "company");
  return {
    id: company.id,
    parent: company.above.at(-1) ?? null,
    start: {
      name: company.name,
      website: company.website,
      note: company.note,
      ownerId: company.owner?.id ?? null,
      fields: company.fields,
    },
    own,
    owners: await listOwners(ctx),
    others: (await searchCompanies(ctx, search.find, 50))
      .filter(({ id }) => id !== company.id)
      .map(({ id, name }) => ({ value: id, label: name })),
    choices: await relationChoices(ctx, own, company.fields),
  };
});

const parentInput = setParentInput.omit({ companyId: true });
const none = z.object({});

export const action = here.action(async ({ ctx, request, params }) => {
  const form = await request.formData();
  const companyId = params.company;
  const home = `/w/${params.tenant}/companies`;
  const act = form.get("act");
  if (act === "delete")
    return answerForm(form, none, async () => {
      return seeOther(`${home}?deleted=${await deleteCompany(ctx, { companyId })}`);
    });
  if (act === "move")
    return answerForm(form, parentInput, async (move) => {
      await setParent(ctx, { companyId, ...move });
      return seeOther(`${home}/${companyId}`);
    });
  const own = await listFields(ctx, "company");
  return answerForm(form, companyFormSchema(own), async (answers) => {
    const { name, website, note, ownerPersonId } = answers;
    const fields = readFieldAnswers(own, answers, ctx.tenant.timeZone);
    await editCompany(ctx, { companyId, changes: { name, website, note, ownerPersonId, fields } });
    return seeOther(`${home}/${companyId}`);
  });
});

export const meta = pageTitle(m.companies_edit);

export default function EditCompany() {
  const { id, parent, start, own, owners, others, choices } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/w/${useHall().slug}/companies`;
  const schemaForm = useSchemaForm(companyFormSchema(own), { act: "edit" });
  const { form, summary, pending } = schemaForm;
  return (
    <Stack gap={6}>
      <PageHeader
        above={
          <Breadcrumbs
            trail={[
              { label: t(m.companies_title), href: base },
              { label: start.name, href: `${base}/${id}` },
              { label: t(m.companies_edit) },
            ]}
          />
        }
        title={start.name}
      />
      <div>
        <FormSummary summary={summary} />
        <LeaveGuard form={form.id} />
        <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
          <input type="hidden" name="act" value="edit" />
          <FormFields>
            <NameField of={schemaForm} start={start} />
            <CompanyFields of={schemaForm} own={own} owners={owners} start={start} choices={choices} />
            <FormActions>
              <Button type="submit" look="primary" pending={pending}>
                {t(m.companies_save)}
              </Button>
              <ButtonLink look="quiet" href={`${base}/${id}`}>
                {t(m.shell_cancel)}
              </ButtonLink>
            </FormActions>
          </FormFields>
        </Form>
      </div>
      <Section title={t(m.companies_place)} description={t(m.companies_place_text)}>
        <PlainFind label={t(m.record_find_company)} />
        <PlaceForm parent={parent} others={others} />
      </Section>
      <Section title={t(m.companies_delete)} description={t(m.companies_delete_text)}>
        <DeleteForm name={start.name} />
      </Section>
    </Stack>
  );
}

interface PlaceFormProps {
  readonly parent: { readonly id: string; readonly name: string } | null;
  readonly others: readonly Choice[];
}

function PlaceForm({ parent, others }: PlaceFormProps) {
  const { t } = useWords();
  const place = useFieldPlace();
  const { form, fields, errorsOf, pending } = useSchemaForm(parentInput, { act: "move" });
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      <input type="hidden" name="act" value="move" />
      <input type="hidden" name={fields.expectedParentId.name} value={parent?.id ?? ""} />
      <FormFields>
        <ComboboxField
          name={fields.parentId.name}
          label={t(m.companies_parent)}
          optionalLabel={t(m.shell_optional)}
          options={
            parent
              ? [{ value: parent.id, label: parent.name }, ...others.filter(({ value }) => value !== parent.id)]
              : others
          }
          load={(query, signal) => place.find("company", query, signal)}
          defaultValue={fields.parentId.initialValue ?? parent?.id}
          error={errorsOf(fields.parentId)}
        />
        <FormActions>
          <Button type="submit" pending={pending}>
            {t(m.companies_move)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}

function DeleteForm({ name }: { readonly name: string }) {
  const { t } = useWords();
  const { form, summary, pending } = useSchemaForm(none, { act: "delete" });
  return (
    <>
      <FormSummary summary={summary} />
      <Form method="post" id={form.id}>
        <input type="hidden" name="act" value="delete" />
        <Button type="submit" look="danger" pending={pending}>
          {t(m.companies_delete_named, { name })}
        </Button>
      </Form>
    </>
  );
}

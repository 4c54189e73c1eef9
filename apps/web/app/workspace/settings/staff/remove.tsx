import { forbidden, idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { getStaffMember, openAccountsOf, removeStaff, staffPolicy } from "@guildhall/people";
import { removeStaffInput } from "@guildhall/people/schemas";
import { Button, ButtonLink, FormActions, FormFields, PageHeader, Stack } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../../server/define-route.ts";
import { answerForm } from "../../../server/form-action.ts";
import { FormSummary } from "../../../shell/form-summary.tsx";
import { pageTitle } from "../../../shell/page-title.ts";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";
import { AfterwardsField } from "./afterwards-field.tsx";
import { StaffTrail } from "./staff-trail.tsx";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), person: idSchema("person") }),
  permission: "staff.manage",
});

export const loader = here.loader(async ({ ctx, params }) => {
  const member = await getStaffMember(ctx, params.person);
  if (!staffPolicy.allows(ctx.actor, "manage", member)) throw forbidden();
  return { personId: member.personId, fullName: member.fullName };
});

const input = removeStaffInput.omit({ personId: true });

export const action = here.action(async ({ ctx, request, params, house }) =>
  answerForm(await request.formData(), input, async ({ afterwards }) => {
    await removeStaff(ctx, { personId: params.person, afterwards }, openAccountsOf(house.database));
    return seeOther(`/w/${params.tenant}/settings/staff?done=removed`);
  }),
);

export const meta = pageTitle(m.staff_remove);

export default function Remove() {
  const { personId, fullName } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/w/${useHall().slug}/settings/staff`;
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(input);
  return (
    <Stack gap={5}>
      <PageHeader
        above={<StaffTrail here={t(m.staff_remove)} />}
        title={t(m.staff_remove_title, { name: fullName })}
        description={t(m.staff_remove_text)}
      />
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <AfterwardsField
            name={fields.afterwards.name}
            defaultValue={fields.afterwards.initialValue}
            error={errorsOf(fields.afterwards)}
          />
          <FormActions>
            <Button type="submit" look="danger" pending={pending}>
              {t(m.staff_remove_person, { name: fullName })}
            </Button>
            <ButtonLink look="quiet" href={`${base}/${personId}`}>
              {t(m.shell_cancel)}
            </ButtonLink>
          </FormActions>
        </FormFields>
      </Form>
    </Stack>
  );
}

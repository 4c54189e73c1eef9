import { m } from "@guildhall/i18n/messages";
import { listHeirs, transferOwnership } from "@guildhall/people";
import { transferOwnershipInput } from "@guildhall/people/schemas";
import {
  ButtonLink,
  ConfirmByName,
  EmptyState,
  FormFields,
  PageHeader,
  RadioField,
  SelectField,
  Stack,
} from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../../server/define-route.ts";
import { answerForm } from "../../../server/form-action.ts";
import { renewSession } from "../../../server/renew-session.ts";
import { FormSummary } from "../../../shell/form-summary.tsx";
import { pageTitle } from "../../../shell/page-title.ts";
import { roleName } from "../../../shell/role-name.ts";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";
import { StaffTrail } from "./staff-trail.tsx";

const here = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "tenant.own" });

export const loader = here.loader(async ({ ctx }) => ({
  heirs: (await listHeirs(ctx)).map(({ personId, fullName, role }) => ({ personId, fullName, role })),
}));

export const action = here.open(async ({ scope, house, visit, request, params }) =>
  answerForm(await request.formData(), transferOwnershipInput, async (input) => {
    await house.database.withTenant(scope, (ctx) => transferOwnership(ctx, input));
    return seeOther(`/w/${params.tenant}/settings/staff?done=handed-over`, await renewSession(house, visit));
  }),
);

export const meta = pageTitle(m.staff_hand_over);

export default function Transfer() {
  const { heirs } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const base = `/w/${hall.slug}/settings/staff`;
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(transferOwnershipInput);
  return (
    <Stack gap={5}>
      <PageHeader
        above={<StaffTrail here={t(m.staff_hand_over)} />}
        title={t(m.staff_hand_over_title, { hall: hall.name })}
        description={t(m.staff_hand_over_text)}
      />
      {heirs.length === 0 ? (
        <EmptyState
          kind="none-yet"
          title={t(m.staff_no_heirs)}
          text={t(m.staff_no_heirs_text)}
          action={<ButtonLink href={`${base}/invite`}>{t(m.staff_invite)}</ButtonLink>}
        />
      ) : (
        <>
          <FormSummary summary={summary} />
          <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
            <FormFields>
              <SelectField
                name={fields.personId.name}
                label={t(m.staff_heir)}
                placeholder={t(m.staff_heir_choose)}
                required
                options={heirs.map(({ personId, fullName, role }) => ({
                  value: personId,
                  label: `${fullName} · ${t(roleName(role))}`,
                }))}
                defaultValue={fields.personId.initialValue ?? ""}
                error={errorsOf(fields.personId)}
              />
              <RadioField
                name={fields.afterwards.name}
                label={t(m.staff_then)}
                defaultValue={fields.afterwards.initialValue ?? "admin"}
                error={errorsOf(fields.afterwards)}
                options={[
                  { value: "admin", label: t(m.staff_then_admin) },
                  { value: "owner", label: t(m.staff_then_owner) },
                ]}
              />
              <ConfirmByName
                name={fields.hallName.name}
                named={hall.name}
                act={t(m.staff_hand_over)}
                error={errorsOf(fields.hallName)}
                pending={pending}
              />
            </FormFields>
          </Form>
        </>
      )}
    </Stack>
  );
}

import { m } from "@guildhall/i18n/messages";
import { inviteByLink } from "@guildhall/people";
import { inviteByLinkInput, linkStandsFor, mostUses, rolesToGive } from "@guildhall/people/schemas";
import { Button, ButtonLink, FormActions, FormFields, PageHeader, SelectField, Stack, TextField } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../../server/define-route.ts";
import { answerForm } from "../../../server/form-action.ts";
import { joinDoor } from "../../../server/join-door.ts";
import { FormSummary } from "../../../shell/form-summary.tsx";
import { pageTitle } from "../../../shell/page-title.ts";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";
import { RoleField } from "./role-field.tsx";
import { StaffTrail } from "./staff-trail.tsx";

const here = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "staff.manage" });

export const loader = here.loader(
  async ({ ctx }): Promise<{ roles: string[] }> => ({
    roles: rolesToGive(ctx.actor.role),
  }),
);

export const action = here.action(async ({ ctx, request, house, params }) =>
  answerForm(await request.formData(), inviteByLinkInput, async (input) => {
    await inviteByLink(ctx, input, joinDoor(house));
    return seeOther(`/w/${params.tenant}/settings/staff?done=linked`);
  }),
);

export const meta = pageTitle(m.staff_make_link);

export default function MakeLink() {
  const { roles } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(inviteByLinkInput);
  return (
    <Stack gap={5}>
      <PageHeader
        above={<StaffTrail here={t(m.staff_make_link)} />}
        title={t(m.staff_make_link)}
        description={t(m.staff_link_text)}
      />
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <RoleField
            name={fields.role.name}
            roles={roles}
            defaultValue={fields.role.initialValue ?? "viewer"}
            error={errorsOf(fields.role)}
          />
          <TextField
            name={fields.maxUses.name}
            label={t(m.staff_link_most)}
            description={t(m.staff_link_most_hint, { most: mostUses })}
            inputMode="numeric"
            autoComplete="off"
            required
            defaultValue={String(fields.maxUses.initialValue ?? 10)}
            error={errorsOf(fields.maxUses)}
          />
          <SelectField
            name={fields.days.name}
            label={t(m.staff_link_days)}
            required
            options={linkStandsFor.map((days) => ({ value: String(days), label: t(m.staff_days, { days }) }))}
            defaultValue={String(fields.days.initialValue ?? 7)}
            error={errorsOf(fields.days)}
          />
          <FormActions>
            <Button type="submit" look="primary" icon="link" pending={pending}>
              {t(m.staff_link_make)}
            </Button>
            <ButtonLink look="quiet" href={`/w/${hall.slug}/settings/staff`}>
              {t(m.shell_cancel)}
            </ButtonLink>
          </FormActions>
        </FormFields>
      </Form>
    </Stack>
  );
}

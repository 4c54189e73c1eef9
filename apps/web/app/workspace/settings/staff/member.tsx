import { idSchema, notFound } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { changeRole, getStaffMember, hasAnotherOwner, openAccountsOf, staffPolicy } from "@guildhall/people";
import { changeRoleInput, rolesToGive } from "@guildhall/people/schemas";
import { Avatar, Button, ButtonLink, FormActions, FormFields, Notice, PageHeader, Section, Stack } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../../server/define-route.ts";
import { answerForm } from "../../../server/form-action.ts";
import { FormSummary } from "../../../shell/form-summary.tsx";
import { pageTitle } from "../../../shell/page-title.ts";
import { roleName } from "../../../shell/role-name.ts";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import { pictureAt } from "../../picture-address.ts";
import { useHall } from "../../use-hall.ts";
import { RoleField } from "./role-field.tsx";
import { StaffTrail } from "./staff-trail.tsx";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), person: idSchema("person") }),
  permission: "staff.manage",
});

export const loader = here.loader(async ({ ctx, params, house }) => {
  const member = await getStaffMember(ctx, params.person);
  if (!staffPolicy.allows(ctx.actor, "view", member)) throw notFound();
  const roles: readonly string[] = rolesToGive(ctx.actor.role);
  return {
    member: {
      personId: member.personId,
      fullName: member.fullName,
      email: member.email,
      role: member.role,
      avatarFileId: member.avatarFileId,
    },
    roles,
    manageable: staffPolicy.allows(ctx.actor, "manage", member),
    lastOwner:
      member.role === "owner" && !(await hasAnotherOwner(ctx, member.personId, openAccountsOf(house.database))),
  };
});

const input = changeRoleInput.omit({ personId: true });

export const action = here.action(async ({ ctx, request, params, house }) =>
  answerForm(await request.formData(), input, async ({ role }) => {
    await changeRole(ctx, { personId: params.person, role }, openAccountsOf(house.database));
    return seeOther(`/w/${params.tenant}/settings/staff?done=changed`);
  }),
);

export const meta = pageTitle(m.staff_change);

export default function Member() {
  const { member, roles, manageable, lastOwner } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const base = `/w/${hall.slug}/settings/staff`;
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(input);
  return (
    <Stack gap={6}>
      <PageHeader
        above={<StaffTrail here={member.fullName} />}
        mark={
          <Avatar
            id={member.personId}
            name={member.fullName}
            size="l"
            image={pictureAt(hall.slug, member.avatarFileId, 320)}
          />
        }
        title={member.fullName}
        description={`${t(roleName(member.role))} · ${member.email ?? t(m.people_no_way)}`}
      />
      {!manageable || lastOwner ? (
        <Notice title={lastOwner ? t(m.error_people_last_owner) : t(m.staff_not_yours)} />
      ) : (
        <>
          <Section title={t(m.people_role)}>
            <FormSummary summary={summary} />
            <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
              <FormFields>
                <RoleField
                  name={fields.role.name}
                  roles={roles}
                  defaultValue={fields.role.initialValue ?? member.role}
                  error={errorsOf(fields.role)}
                />
                <FormActions>
                  <Button type="submit" look="primary" pending={pending}>
                    {t(m.staff_save_role)}
                  </Button>
                  <ButtonLink look="quiet" href={base}>
                    {t(m.shell_cancel)}
                  </ButtonLink>
                </FormActions>
              </FormFields>
            </Form>
          </Section>
          <Section title={t(m.staff_remove)} description={t(m.staff_remove_hint)}>
            <ButtonLink look="danger" href={`${base}/${member.personId}/remove`}>
              {t(m.staff_remove_person, { name: member.fullName })}
            </ButtonLink>
          </Section>
        </>
      )}
    </Stack>
  );
}

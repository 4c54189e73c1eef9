import { m } from "@guildhall/i18n/messages";
import { countSeats, inviteByMail, type Seats } from "@guildhall/people";
import { inviteByMailInput, mailStandsFor, mostInvitees, rolesToGive } from "@guildhall/people/schemas";
import { Button, ButtonLink, FormActions, FormFields, PageHeader, Stack, TextAreaField } from "@guildhall/ui";
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
  async ({ ctx }): Promise<{ seats: Seats; roles: string[] }> => ({
    seats: await countSeats(ctx),
    roles: rolesToGive(ctx.actor.role),
  }),
);

export const action = here.action(async ({ ctx, request, house, params }) =>
  answerForm(await request.formData(), inviteByMailInput, async (input) => {
    const count = await inviteByMail(ctx, input, joinDoor(house));
    return seeOther(`/w/${params.tenant}/settings/staff?done=invited&count=${count}`);
  }),
);

export const meta = pageTitle(m.staff_invite);

export default function Invite() {
  const { seats, roles } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(inviteByMailInput);
  const text =
    seats.most === null
      ? t(m.staff_invite_text, { days: mailStandsFor })
      : t(m.staff_invite_text_seats, { days: mailStandsFor, free: Math.max(0, seats.most - seats.taken) });
  return (
    <Stack gap={5}>
      <PageHeader above={<StaffTrail here={t(m.staff_invite)} />} title={t(m.staff_invite)} description={text} />
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <TextAreaField
            name={fields.addresses.name}
            label={t(m.staff_addresses)}
            description={t(m.staff_addresses_hint, { most: mostInvitees })}
            rows={6}
            required
            spellCheck={false}
            autoComplete="off"
            placeholder={t(m.staff_addresses_example)}
            defaultValue={fields.addresses.initialValue}
            error={errorsOf(fields.addresses)}
          />
          <RoleField
            name={fields.role.name}
            roles={roles}
            defaultValue={fields.role.initialValue ?? "staff"}
            error={errorsOf(fields.role)}
          />
          <FormActions>
            <Button type="submit" look="primary" icon="mail" pending={pending}>
              {t(m.staff_invite_send)}
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

import { m } from "@guildhall/i18n/messages";
import { hasAnotherOwner, leaveHall, openAccountsOf } from "@guildhall/people";
import { leaveHallInput } from "@guildhall/people/schemas";
import { Button, ButtonLink, FormActions, FormFields, Notice, PageHeader, Stack } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../../server/define-route.ts";
import { answerForm } from "../../../server/form-action.ts";
import { renewSession } from "../../../server/renew-session.ts";
import { FormSummary } from "../../../shell/form-summary.tsx";
import { pageTitle } from "../../../shell/page-title.ts";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";
import { AfterwardsField } from "./afterwards-field.tsx";
import { StaffTrail } from "./staff-trail.tsx";

const here = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "workspace.enter" });

export const loader = here.loader(async ({ ctx, house }) => {
  const { actor } = ctx;
  const owns = actor.kind === "person" && actor.role === "owner";
  return { lastOwner: owns && !(await hasAnotherOwner(ctx, actor.personId, openAccountsOf(house.database))) };
});

export const action = here.open(async ({ scope, house, visit, request }) =>
  answerForm(await request.formData(), leaveHallInput, async (input) => {
    await house.database.withTenant(scope, (ctx) => leaveHall(ctx, input, openAccountsOf(house.database)));
    return seeOther("/account", await renewSession(house, visit));
  }),
);

export const meta = pageTitle(m.staff_leave);

export default function Leave() {
  const { lastOwner } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const base = `/w/${hall.slug}/settings/staff`;
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(leaveHallInput);
  return (
    <Stack gap={5}>
      <PageHeader
        above={<StaffTrail here={t(m.staff_leave)} />}
        title={t(m.staff_leave_title, { hall: hall.name })}
        description={t(m.staff_leave_text)}
      />
      {lastOwner ? (
        <Notice
          tone="warning"
          title={t(m.error_people_last_owner)}
          action={<ButtonLink href={`${base}/transfer`}>{t(m.staff_hand_over)}</ButtonLink>}
        />
      ) : (
        <>
          <FormSummary summary={summary} />
          <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
            <FormFields>
              <AfterwardsField
                name={fields.afterwards.name}
                defaultValue={fields.afterwards.initialValue}
                error={errorsOf(fields.afterwards)}
              />
              <FormActions>
                <Button type="submit" look="danger" icon="door" pending={pending}>
                  {t(m.staff_leave)}
                </Button>
                <ButtonLink look="quiet" href={base}>
                  {t(m.shell_cancel)}
                </ButtonLink>
              </FormActions>
            </FormFields>
          </Form>
        </>
      )}
    </Stack>
  );
}

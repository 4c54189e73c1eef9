import "../../documents/error-words.ts";
import { createSpace, spacePolicy } from "@guildhall/docs";
import { createSpaceInput } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs, ButtonLink, FormFields, PageHeader, RadioField, Stack, SubmitRow } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { LeaveGuard } from "../../shell/leave-guard.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { SpaceInputs } from "./space-inputs.tsx";

const here = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "docs.create-space" });

export const loader = here.loader(async ({ ctx }) => {
  spacePolicy.require(ctx.actor, "create", null);
  return null;
});

export const action = here.action(async ({ ctx, request, params }) =>
  answerForm(await request.formData(), createSpaceInput, async (space) => {
    const id = await createSpace(ctx, space);
    return seeOther(`/w/${params.tenant}/docs/spaces/${id}`);
  }),
);

export const meta = pageTitle(m.docs_new_space);

export default function NewSpace() {
  const { t } = useWords();
  const base = `/w/${useHall().slug}/docs`;
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(createSpaceInput);
  return (
    <Stack gap={5}>
      <PageHeader
        above={<Breadcrumbs trail={[{ label: t(m.docs_title), href: base }, { label: t(m.docs_new_space) }]} />}
        title={t(m.docs_new_space)}
        description={t(m.docs_new_space_text)}
      />
      <FormSummary summary={summary} />
      <LeaveGuard form={form.id} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <SpaceInputs fields={fields} errorsOf={errorsOf} />
          <RadioField
            name={fields.open.name}
            label={t(m.docs_open_to)}
            required
            slips
            options={[
              { value: "staff", label: t(m.docs_open_staff), description: t(m.docs_open_staff_text) },
              { value: "members", label: t(m.docs_open_members), description: t(m.docs_open_members_text) },
              { value: "me", label: t(m.docs_open_me), description: t(m.docs_open_me_text) },
            ]}
            defaultValue={fields.open.initialValue ?? "staff"}
            error={errorsOf(fields.open)}
          />
          <SubmitRow label={t(m.docs_put_up)} pending={pending}>
            <ButtonLink look="quiet" href={base}>
              {t(m.shell_cancel)}
            </ButtonLink>
          </SubmitRow>
        </FormFields>
      </Form>
    </Stack>
  );
}

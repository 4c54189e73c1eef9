import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { suiteSubjects } from "@guildhall/suite";
import { Button, ButtonLink, FormActions, FormFields, PageHeader, Stack } from "@guildhall/ui";
import { addTask, listAssignable, requireSeen } from "@guildhall/work";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { pageOfRecord, staysThere } from "./form-parts.ts";
import { TaskFields } from "./task-fields.tsx";
import { useTaskForm } from "./use-work-form.ts";
import { taskForm } from "./work-forms.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: z.object({ on: z.string().max(40), id: idSchema("subject") }),
  permission: "work.edit",
});

export const loader = here.loader(async ({ ctx, params, search }) => {
  const record = { type: search.on, id: search.id };
  await requireSeen(ctx, suiteSubjects, record);
  return { back: pageOfRecord(params.tenant, record), staff: await listAssignable(ctx) };
});

export const action = here.open(async ({ scope, house, request, params, search }) => {
  const form = await request.formData();
  const record = { type: search.on, id: search.id };
  return answerForm(form, taskForm, async (task) => {
    const input = { ...task, subjectType: record.type, subjectId: record.id };
    await house.database.withTenant(scope, (ctx) => addTask(ctx, suiteSubjects, input));
    return staysThere(form) ? { done: true } : seeOther(`${pageOfRecord(params.tenant, record)}#timeline`);
  });
});

export const meta = pageTitle(m.work_kind_task);

export default function NewTask() {
  const { back, staff } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const state = useTaskForm(false);
  const { form, summary, pending } = state;
  return (
    <Stack gap={5}>
      <PageHeader title={t(m.work_kind_task)} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <FormSummary summary={summary} />
          <TaskFields state={state} staff={staff} />
          <FormActions>
            <Button type="submit" look="primary" pending={pending}>
              {t(m.work_save_task)}
            </Button>
            <ButtonLink look="quiet" href={back}>
              {t(m.work_cancel)}
            </ButtonLink>
          </FormActions>
        </FormFields>
      </Form>
    </Stack>
  );
}

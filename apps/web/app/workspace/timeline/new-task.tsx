import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { suiteSubjects } from "@guildhall/suite";
import { PageHeader, Stack } from "@guildhall/ui";
import { addTask, listAssignable, requireSeen } from "@guildhall/work";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { pageOfRecord, staysThere } from "./form-parts.ts";
import { TaskForm } from "./task-form.tsx";
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
  return (
    <Stack gap={5}>
      <PageHeader title={t(m.work_kind_task)} />
      <TaskForm state={state} staff={staff} save={t(m.work_save_task)} back={back} />
    </Stack>
  );
}

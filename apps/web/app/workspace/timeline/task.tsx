import { idSchema, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import { suiteSubjects } from "@guildhall/suite";
import { PageHeader, Row, Stack, TextLink } from "@guildhall/ui";
import { changeTask, finishTask, getTask, listAssignable, removeTask, restoreTask } from "@guildhall/work";
import type { Task } from "@guildhall/work/schemas";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { LeaveGuard } from "../../shell/leave-guard.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { pageOfRecord, staysThere } from "./form-parts.ts";
import { RecordAct } from "./record-act.tsx";
import { RemovedNotice } from "./removed-notice.tsx";
import { TaskForm } from "./task-form.tsx";
import { useTaskForm } from "./use-work-form.ts";
import { onTheWall } from "./wall.ts";
import { deedForm, taskForm } from "./work-forms.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), task: idSchema("task") }),
  permission: "work.view",
});

export const loader = here.loader(async ({ ctx, params }) => {
  const task = await getTask(ctx, suiteSubjects, params.task);
  return {
    task,
    self: `/w/${params.tenant}/tasks/${params.task}`,
    back: pageOfRecord(params.tenant, task.subject),
    staff: task.mayEdit ? await listAssignable(ctx) : [],
    dueAt: task.dueAt && task.dueZone ? onTheWall(task.dueAt, task.dueZone) : "",
  };
});

type Deed = (ctx: Ctx, taskId: Task["id"]) => Promise<void>;
const deeds: Readonly<Record<string, Deed>> = {
  done: (ctx, taskId) => finishTask(ctx, suiteSubjects, { taskId, done: true }),
  reopen: (ctx, taskId) => finishTask(ctx, suiteSubjects, { taskId, done: false }),
  remove: (ctx, taskId) => removeTask(ctx, suiteSubjects, { taskId }),
  restore: (ctx, taskId) => restoreTask(ctx, suiteSubjects, { taskId }),
};

export const action = here.open(async ({ scope, house, request, params }) => {
  const form = await request.formData();
  const act = String(form.get("act") ?? "save");
  const run = (deed: Deed) => house.database.withTenant(scope, (ctx) => deed(ctx, params.task));
  const ends = () => (staysThere(form) ? { done: true } : seeOther(`/w/${params.tenant}/tasks/${params.task}`));
  if (act !== "save")
    return answerForm(form, deedForm, async () => {
      const deed = deeds[act];
      if (!deed) throw invalid("core.invalid");
      await run(deed);
      return ends();
    });
  return answerForm(form, taskForm, async (task) => {
    await run((ctx, taskId) => changeTask(ctx, suiteSubjects, { ...task, taskId }));
    return ends();
  });
});

export const meta = pageTitle(m.work_edit_task);

export default function TaskPage() {
  const { task, self, back } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const { subject } = task;
  return (
    <Stack gap={5}>
      <PageHeader
        above={subject && <TextLink href={`${back}#timeline`}>{t(m.work_back, { name: subject.name ?? "" })}</TextLink>}
        title={task.title}
        {...(task.detail && { description: task.detail })}
        actions={
          task.mayEdit &&
          !task.removed && (
            <Row gap={2}>
              <RecordAct action={self} act={task.doneAt ? "reopen" : "done"}>
                {task.doneAt ? t(m.work_reopen) : t(m.work_done)}
              </RecordAct>
              <RecordAct action={self} act="remove">
                {t(m.work_remove)}
              </RecordAct>
            </Row>
          )
        }
      />
      {task.removed ? <RemovedNotice mayEdit={task.mayEdit} /> : task.mayEdit && <EditTask />}
    </Stack>
  );
}

function EditTask() {
  const { task, staff, back, dueAt } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const state = useTaskForm(false);
  const given = {
    title: task.title,
    detail: task.detail ?? "",
    dueAt,
    remindMinutes: task.remindMinutes === null ? "" : String(task.remindMinutes),
    assigneePersonId: task.assignee?.id ?? "",
  };
  return (
    <>
      <LeaveGuard form={state.form.id} />
      <TaskForm
        state={state}
        staff={staff}
        dueZone={task.dueZone}
        given={given}
        save={t(m.work_save_change)}
        back={back}
      />
    </>
  );
}

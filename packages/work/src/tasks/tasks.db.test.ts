import { rejects } from "node:assert/strict";
import { type Id, newId } from "@guildhall/core";
import { actorWith, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { subjects, workingHall } from "../test/working-hall.ts";
import { addTask } from "./add-task.ts";
import { changeTask } from "./change-task.ts";
import { finishTask } from "./finish-task.ts";
import { removeTask, restoreTask } from "./remove-task.ts";
import { getTask, listMyTasks, listOpenTasks } from "./task.queries.ts";

const db = useDatabase();
const page = { size: 2, cursor: null };
const due = { dueAt: "2026-03-05T09:00", dueAtZone: "Asia/Shanghai", remindMinutes: "60" };

const scheduled = async (id: Id<"task">) =>
  (await db.owner.query("select due_at from scheduled_fact where payload ->> 'taskId' = $1", [id])).rows;

test("a task is due on the clock of a place, is somebody's, and comes up before that", async () => {
  const { lin, chen, asLin, task, facts } = await workingHall(db);
  const id = await task("Call back", { ...due, assigneePersonId: lin.personId });
  expect(await asLin((ctx) => getTask(ctx, subjects, id))).toMatchObject({
    title: "Call back",
    subject: { type: "person", id: chen, name: "陈雨泽" },
    dueAt: new Date("2026-03-05T01:00:00Z"),
    dueZone: "Asia/Shanghai",
    overdue: false,
    assignee: { id: lin.personId, name: "林乔" },
  });
  expect(await scheduled(id)).toEqual([{ due_at: new Date("2026-03-05T00:00:00Z") }]);
  expect((await facts()).map(({ name }) => name)).toEqual(["work.task-added", "work.task-assigned"]);
});

test("what is done, removed, undated or past has no reminder; what is taken up again has one", async () => {
  const { asLin, task } = await workingHall(db);
  const id = await task("Call back", due);
  const finish = (done: boolean) => asLin((ctx) => finishTask(ctx, subjects, { taskId: id, done }));
  await finish(true);
  expect(await scheduled(id)).toEqual([]);
  expect(await asLin((ctx) => getTask(ctx, subjects, id))).toMatchObject({ doneAt: expect.any(Date) });
  await finish(false);
  expect(await scheduled(id)).toHaveLength(1);
  await asLin((ctx) => removeTask(ctx, subjects, { taskId: id }));
  expect(await scheduled(id)).toEqual([]);
  await rejects(finish(true), { code: "work.task-removed" });
  await asLin((ctx) => restoreTask(ctx, subjects, { taskId: id }));
  expect(await scheduled(id)).toHaveLength(1);
  await asLin((ctx) => changeTask(ctx, subjects, { taskId: id, title: "Call back" }));
  expect(await scheduled(id)).toEqual([]);
  expect(await scheduled(await task("Long ago", { ...due, dueAt: "2026-03-01T09:00" }))).toEqual([]);
});

test("only those who work here can be given a task, and what is no time or name is said beside its field", async () => {
  const { chen, task } = await workingHall(db);
  await rejects(task("x", { assigneePersonId: chen }), { code: "work.assignee-unknown" });
  await rejects(task("x", { dueAt: "2026-03-29T02:30", dueAtZone: "Mars/Olympus" }));
  for (const more of [{ title: " " }, { dueAt: "soon" }, { remindMinutes: "-5" }, { title: "a\u202eb" }])
    await expect(task("x", more)).rejects.toThrow();
});

test("a task is done on the timeline too, and says so no longer once it is removed", async () => {
  const { chen, asLin, pass, task, settle, timeline, lines, rebuild } = await workingHall(db);
  const id = await task("Send the list");
  pass(1);
  await asLin((ctx) => finishTask(ctx, subjects, { taskId: id, done: true }));
  await settle();
  expect((await timeline(chen)).map(({ name }) => name)).toEqual(["work.task-done", "work.task-added"]);
  const before = await lines();
  await rebuild();
  expect(await lines()).toEqual(before);
  await asLin((ctx) => removeTask(ctx, subjects, { taskId: id }));
  await settle();
  expect(await timeline(chen)).toEqual([]);
  await asLin((ctx) => restoreTask(ctx, subjects, { taskId: id }));
  await settle();
  expect(await lines()).toEqual(before);
});

test("what is open on a record comes as it is due; what is mine is on my list, page by page", async () => {
  const { hall, lin, chen, asLin, task } = await workingHall(db);
  const mine = { assigneePersonId: lin.personId };
  const undated = await task("Some day", mine);
  const late = await task("Later", { ...mine, dueAt: "2026-03-09T09:00" });
  const soon = await task("Soon", { ...mine, dueAt: "2026-03-04T09:00" });
  const others = await task("Somebody's", { dueAt: "2026-03-03T09:00" });
  const alone = await asLin((ctx) =>
    addTask(ctx, subjects, { title: "By itself", ...mine, dueAt: "2026-03-10T09:00" }),
  );
  const open = await asLin((ctx) => listOpenTasks(ctx, subjects, [chen]));
  expect(open.map(({ id }) => id)).toEqual([others, soon, late, undated]);
  const seen: Id<"task">[] = [];
  for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
    const found: Awaited<ReturnType<typeof listMyTasks>> = await asLin((ctx) =>
      listMyTasks(ctx, subjects, { ...page, cursor }),
    );
    seen.push(...found.rows.map(({ id }) => id));
    cursor = found.next;
  }
  expect(seen).toEqual([soon, late, alone, undated]);
  await rejects(
    hall.inside((ctx) => listMyTasks(ctx, subjects, page), actorWith(chen)),
    { code: "core.not-found" },
  );
});

test("a viewer looks and does nothing; another hall's task is not there", async () => {
  const { colleague, as, task } = await workingHall(db);
  const viewer = await colleague("V", "viewer");
  const id = await task("x");
  expect(await as(viewer.actor, (ctx) => getTask(ctx, subjects, id))).toMatchObject({ mayEdit: false });
  await rejects(
    as(viewer.actor, (ctx) => finishTask(ctx, subjects, { taskId: id, done: true })),
    { code: "core.forbidden" },
  );
  const next = await workingHall(db);
  for (const act of [finishTask, changeTask, removeTask])
    await rejects(
      next.asLin((ctx) => act(ctx, subjects, { taskId: id, title: "x", done: true })),
      { code: "core.not-found" },
    );
  await rejects(next.task("x", { subjectId: newId() }), { code: "core.not-found" });
});

import { type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import { onFact } from "@guildhall/jobs";
import { namesOf } from "@guildhall/people";
import { z } from "zod";
import { notify } from "../delivering/notify.ts";
import { defineNotice } from "../kinds/notice.ts";
import { work } from "./topics.ts";

const person = idSchema("person");
const place = { subjectType: z.string(), subjectId: idSchema("subject") };
const onNote = z.object({ noteId: idSchema("note"), byPersonId: person.nullable(), ...place });
const onTask = z.object({ taskId: idSchema("task"), byPersonId: person.nullable() });
const mayWork = ({ actor }: Ctx) => actor.can("work.view");
const toTask = ({ taskId }: { taskId: Id<"task"> }) => ({ workspace: `tasks/${taskId}` });
const aboutTask = ({ taskId }: { taskId: Id<"task"> }) => ({ type: "task", id: taskId });

export const mentioned = defineNotice({
  kind: "work.mentioned",
  topic: work,
  payload: onNote,
  about: ({ noteId }) => ({ type: "note", id: noteId }),
  people: ({ byPersonId }) => [byPersonId],
  maySee: async (ctx, { noteId }) => mayWork(ctx) && (await noteThere(ctx, noteId)),
  link: ({ noteId }) => ({ workspace: `notes/${noteId}` }),
  words: async ({ payload, name, locale, reader }) => ({
    title: m.work_notice_mentioned({ name: name(payload.byPersonId) }, { locale }),
    text: await nameOf(reader, payload),
  }),
});

export const taskAssigned = defineNotice({
  kind: "work.task-assigned",
  topic: work,
  payload: onTask,
  about: aboutTask,
  people: ({ byPersonId }) => [byPersonId],
  maySee: async (ctx, { taskId }) => mayWork(ctx) && (await titleOf(ctx, taskId)) !== null,
  link: toTask,
  words: async ({ payload, name, locale, reader }) => ({
    title: m.work_notice_assigned({ name: name(payload.byPersonId) }, { locale }),
    text: await titleOf(reader, payload.taskId),
  }),
});

export const taskDue = defineNotice({
  kind: "work.task-due",
  topic: work,
  payload: z.object({ taskId: idSchema("task") }),
  digestable: false,
  about: aboutTask,
  maySee: async (ctx, { taskId }) => mayWork(ctx) && (await titleOf(ctx, taskId)) !== null,
  link: toTask,
  words: async ({ payload, locale, reader }) => ({
    title: m.work_notice_due({ title: (await titleOf(reader, payload.taskId)) ?? "" }, { locale }),
    text: null,
  }),
});

export const workHandlers = [
  onFact(["work.note-added", "work.note-changed"], {
    name: "notify.mentioned",
    handle: async (ctx, fact) => {
      const { noteId } = fact.payload;
      const note = await ctx.db
        .selectFrom("note")
        .select(["subject_type as subjectType", "subject_id as subjectId"])
        .where("id", "=", noteId)
        .where("removed_at", "is", null)
        .executeTakeFirst();
      if (!note) return;
      const to = await newlyMentioned(ctx, noteId);
      await notify(ctx, mentioned, { fact, to, payload: { noteId, byPersonId: fact.actorPersonId, ...note } });
    },
  }),
  onFact(["work.task-assigned"], {
    name: "notify.task-assigned",
    handle: async (ctx, fact) => {
      const { taskId, personId } = fact.payload;
      await notify(ctx, taskAssigned, { fact, to: [personId], payload: { taskId, byPersonId: fact.actorPersonId } });
    },
  }),
  onFact(["work.task-due"], {
    name: "notify.task-due",
    handle: async (ctx, fact) => {
      const { taskId } = fact.payload;
      const task = await ctx.db
        .selectFrom("task")
        .select(["assignee_person_id as assignee", "author_person_id as author"])
        .where("id", "=", taskId)
        .where("done_at", "is", null)
        .where("removed_at", "is", null)
        .executeTakeFirst();
      const reader = task?.assignee ?? task?.author;
      if (reader) await notify(ctx, taskDue, { fact, to: [reader], payload: { taskId } });
    },
  }),
];

/** Of those who work here: whoever was told of this note already is not told again. */
async function newlyMentioned(ctx: Ctx, noteId: Id<"note">): Promise<Id<"person">[]> {
  const rows = await ctx.db
    .selectFrom("mention")
    .innerJoin("membership", (join) =>
      join
        .onRef("membership.tenant_id", "=", "mention.tenant_id")
        .on((on) => on("membership.person_id", "=", on.ref("mention.target_id").$castTo<Id<"person">>())),
    )
    .select("membership.person_id as id")
    .where("mention.source_type", "=", "note")
    .where("mention.source_id", "=", idSchema("source").parse(noteId))
    .where((not) =>
      not.not(
        not.exists(
          not
            .selectFrom("notification")
            .select("notification.id")
            .whereRef("notification.person_id", "=", "membership.person_id")
            .where("notification.kind", "=", mentioned.kind)
            .where("notification.about_type", "=", "note")
            .where("notification.about_id", "=", idSchema("about").parse(noteId)),
        ),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
}

async function noteThere(ctx: Ctx, noteId: Id<"note">): Promise<boolean> {
  const note = await ctx.db
    .selectFrom("note")
    .select("id")
    .where("id", "=", noteId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return note !== undefined;
}

async function titleOf(ctx: Ctx, taskId: Id<"task">): Promise<string | null> {
  const task = await ctx.db
    .selectFrom("task")
    .select("title")
    .where("id", "=", taskId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return task?.title ?? null;
}

/** What the record is called that a note is about. */
async function nameOf(ctx: Ctx, { subjectId }: { subjectId: Id<string> }): Promise<string | null> {
  return (await namesOf(ctx, [subjectId]))[subjectId]?.name ?? null;
}

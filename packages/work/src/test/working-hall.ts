import { type Actor, clockAt, type Id, newId, richTextFromPlain } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { drainRelay } from "@guildhall/jobs";
import {
  listTimeline,
  openTimelineRegister,
  peopleTimeline,
  rebuildTimeline,
  timelineHandlers,
} from "@guildhall/people";
import { personActor } from "@guildhall/tenancy";
import type { Role } from "@guildhall/tenancy/schemas";
import { given, type TestDatabase, testNow } from "@guildhall/testing";
import { addNote } from "../notes/add-note.ts";
import { peopleSubjects } from "../subjects/people-subjects.ts";
import { openSubjectRegister } from "../subjects/work-subject.ts";
import { addTask } from "../tasks/add-task.ts";
import { workTimeline } from "../work-timeline.ts";

export const subjects = openSubjectRegister(peopleSubjects);
const register = openTimelineRegister([...peopleTimeline, ...workTimeline(subjects)]);

/** A hall in which Lin works, and Chen is a customer. */
export async function workingHall(db: TestDatabase) {
  const hall = await given(db).tenant();
  let now = testNow;
  const colleague = async (name: string, role: Role) => {
    const personId = await hall.person(name);
    await db.owner.query("insert into membership (tenant_id, person_id, role, created_at) values ($1, $2, $3, $4)", [
      hall.tenant.id,
      personId,
      role,
      testNow,
    ]);
    const actor = personActor({ userId: newId(), personId, role });
    return { personId, actor };
  };
  const lin = await colleague("林乔", "staff");
  const chen = await hall.person("陈雨泽");
  const as = <Result>(actor: Actor, work: (ctx: Ctx) => Promise<Result>) => hall.inside(work, actor, clockAt(now));
  return {
    hall,
    lin,
    chen,
    colleague,
    as,
    asLin: <Result>(work: (ctx: Ctx) => Promise<Result>) => as(lin.actor, work),
    pass: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
      return now;
    },
    note: (text: string, more: object = {}, actor: Actor = lin.actor) =>
      as(actor, (ctx) =>
        addNote(ctx, subjects, { subjectType: "person", subjectId: chen, body: richTextFromPlain(text), ...more }),
      ),
    task: (title: string, more: object = {}) =>
      as(lin.actor, (ctx) => addTask(ctx, subjects, { title, subjectType: "person", subjectId: chen, ...more })),
    settle: () =>
      drainRelay({
        database: db.database,
        handlers: timelineHandlers(register),
        onError: (error) => {
          throw error;
        },
      }),
    timeline: async (person: Id<"person">) =>
      (await as(lin.actor, (ctx) => listTimeline(ctx, person, { page: { size: 50, cursor: null } }))).rows,
    rebuild: () => hall.inside((ctx) => rebuildTimeline(ctx, register)),
    lines: async () =>
      (
        await db.owner.query("select * from timeline_entry where tenant_id = $1 order by subject_id, at, id", [
          hall.tenant.id,
        ])
      ).rows,
    facts: async () =>
      (
        await db.owner.query<{ name: string; payload: object }>(
          "select name, payload from fact where tenant_id = $1 order by id",
          [hall.tenant.id],
        )
      ).rows,
  };
}

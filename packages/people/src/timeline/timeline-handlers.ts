import type { Ctx } from "@guildhall/db";
import { enqueueJob, type Fact, type Handler, onFact } from "@guildhall/jobs";
import { sql } from "kysely";
import { projectFact } from "./project-fact.ts";
import type { TimelineRegister } from "./timeline-register.ts";
import { restOfBatchJob, tellTimelinesJob } from "./timeline-tasks.ts";

/** Keeps every timeline as facts happen, and lets the pages that show one know. */
export function timelineHandlers(register: TimelineRegister): readonly Handler[] {
  return [
    onFact(register.facts, {
      name: "people.timeline",
      handle: async (ctx, fact) => {
        const done = await projectFact(ctx, register, fact);
        if (!("batch" in done))
          return tell(ctx, done.subjects, await membersToTell(ctx, register, fact, done.subjects));
        if (!done.rest) return tell(ctx, [ctx.tenant.id]);
        await enqueueJob(
          ctx.db,
          restOfBatchJob,
          { tenantId: ctx.tenant.id, factId: fact.id, changeSetId: done.batch.changeSetId, after: { ...done.rest } },
          { key: `${restOfBatchJob}:${fact.id}` },
        );
      },
    }),
  ];
}

/** The hall's own id stands for everybody's timeline. */
async function tell(ctx: Ctx, subjectIds: readonly string[], memberIds: readonly string[] = []): Promise<void> {
  if (subjectIds.length === 0) return;
  await enqueueJob(
    ctx.db,
    tellTimelinesJob,
    { tenantId: ctx.tenant.id, subjectIds: [...subjectIds], memberIds: [...memberIds] },
    { maxAttempts: 3 },
  );
}

/** Those of them who may read the line that this fact is, by the record that they sign in as. */
async function membersToTell(
  ctx: Ctx,
  { forMember }: TimelineRegister,
  { name, actorPersonId }: Fact,
  subjectIds: readonly string[],
): Promise<readonly string[]> {
  const lines = forMember.get(name)?.lines;
  if (lines === undefined || subjectIds.length === 0) return [];
  const people = await ctx.db
    .selectFrom("person")
    .select((person) => ["id", person.fn.coalesce("canonical_id", "id").as("root")])
    .where(sql<boolean>`id = any (${[...subjectIds, actorPersonId]}::uuid[])`)
    .execute();
  const actor = people.find(({ id }) => id === actorPersonId)?.root;
  const roots = people.flatMap(({ id, root }) => (subjectIds.includes(id) ? [root] : []));
  return [...new Set(lines === "all" ? roots : roots.filter((root) => root === actor))];
}

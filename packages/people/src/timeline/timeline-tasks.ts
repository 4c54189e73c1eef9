import { idSchema } from "@guildhall/core";
import { type Database, findTenantById, systemScope } from "@guildhall/db";
import { defineTask, findFact, type LiveBus, liveNotices, type Task } from "@guildhall/jobs";
import { z } from "zod";
import type { TimelineRegister } from "./timeline-register.ts";
import { type BatchPlace, writeBatch } from "./write-batch.ts";

export const tellTimelinesJob = "people.tell-timelines";
export const restOfBatchJob = "people.rest-of-batch";

/** How a live line names a timeline that grew; its subject is whose it is, or the hall for everybody's. */
const timelineGrown = "timeline.grown";
/** And a member's own, by a line that they may read. Of what staff keep for themselves they do not even hear that it came. */
const ownTimelineGrown = "timeline.own-grown";

const restSchema = z.object({
  tenantId: idSchema("tenant"),
  factId: idSchema("fact"),
  changeSetId: idSchema("change_set"),
  after: z.object({ type: z.string(), id: z.string() }),
});

interface Options {
  readonly register: TimelineRegister;
  readonly bus: Pick<LiveBus, "tell">;
}

/** The jobs of timelines: what remains of a large batch, and telling the pages that show one. */
export function timelineTasks({ register, bus }: Options): Task[] {
  const tell = (tenantId: string, subjectIds: readonly string[], memberIds: readonly string[] = []) => {
    const about = (name: string) => (id: string) => ({ tenant_id: tenantId, name, subject_id: id });
    return bus.tell(liveNotices([...subjectIds.map(about(timelineGrown)), ...memberIds.map(about(ownTimelineGrown))]));
  };
  return [
    defineTask({
      name: tellTimelinesJob,
      payload: z.object({
        tenantId: idSchema("tenant"),
        subjectIds: z.array(z.string()),
        memberIds: z.array(z.string()).default([]),
      }),
      run: ({ tenantId, subjectIds, memberIds }) => tell(tenantId, subjectIds, memberIds),
    }),
    defineTask({
      name: restOfBatchJob,
      payload: restSchema,
      run: async (rest, { database }) => {
        await writeRest(database, register, rest);
        await tell(rest.tenantId, [rest.tenantId]);
      },
    }),
  ];
}

/** Step by step, each in a transaction of its own: cut off anywhere, it can begin again. */
async function writeRest(
  database: Database,
  register: TimelineRegister,
  { tenantId, factId, changeSetId, after }: z.output<typeof restSchema>,
): Promise<void> {
  const tenant = await database.withPlatform("relay", (db) => findTenantById(db, tenantId), { readOnly: true });
  if (!tenant) return;
  for (let place: BatchPlace | null = after; place; ) {
    const from: BatchPlace = place;
    place = await database.withTenant(systemScope(tenant), async (ctx) => {
      const fact = await findFact(ctx, factId);
      const item = fact && register.find(fact.name);
      return item ? writeBatch(ctx, { fact, kind: item.kind, changeSetId }, from) : null;
    });
  }
}

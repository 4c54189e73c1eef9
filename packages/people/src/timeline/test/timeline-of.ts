import { type Actor, clockAt, type Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { FactName, FactPayload } from "@guildhall/facts";
import { appendFact, drainRelay } from "@guildhall/jobs";
import { openChangeSet, recordImages } from "@guildhall/tenancy";
import { type GivenTenant, type TestDatabase, testNow } from "@guildhall/testing";
import { peopleTimeline } from "../items/people-items.ts";
import { rebuildTimeline } from "../rebuild-timeline.ts";
import { listTimeline } from "../timeline.queries.ts";
import { timelineHandlers } from "../timeline-handlers.ts";
import { openTimelineRegister } from "../timeline-register.ts";

export const register = openTimelineRegister(peopleTimeline);

/** What tests of the timeline do in a hall. */
export function timelineOf(db: TestDatabase, hall: GivenTenant) {
  let minutes = 0;
  const inside = <Result>(work: (ctx: Ctx) => Promise<Result>, as?: Actor) =>
    hall.inside(work, as, clockAt(new Date(testNow.getTime() + ++minutes * 60_000)));
  return {
    inside,
    /** One thing after the other, a minute apart. */
    happens: <Name extends FactName>(name: Name, payload: FactPayload<Name>, as?: Actor) =>
      inside((ctx) => appendFact(ctx, name, payload), as),
    /** Something done to many at once. */
    batch: (people: readonly Id<"person">[], made: boolean) =>
      inside(async (ctx) => {
        const changeSetId = await openChangeSet(ctx, "import");
        await recordImages(
          ctx,
          changeSetId,
          people.map((id) => ({
            subjectType: "person" as const,
            subjectId: id,
            subjectVersion: null,
            personId: id,
            before: made ? null : {},
            after: {},
          })),
        );
        await appendFact(ctx, "people.people-imported", { changeSetId, count: people.length }, { changeSetId });
        return changeSetId;
      }),
    settle: () =>
      drainRelay({
        database: db.database,
        handlers: timelineHandlers(register),
        onError: (error) => {
          throw error;
        },
      }),
    rebuild: () => hall.inside((ctx) => rebuildTimeline(ctx, register)),
    read: (person: Id<"person">, asked: Partial<Parameters<typeof listTimeline>[2]> = {}, as?: Actor) =>
      hall.inside((ctx) => listTimeline(ctx, person, { page: { size: 50, cursor: null }, ...asked }), as),
    /** Every line there is, and when everybody was last heard of. */
    dump: async () => {
      const of = async (text: string) => (await db.owner.query(text, [hall.tenant.id])).rows;
      return {
        lines: await of("select * from timeline_entry where tenant_id = $1 order by subject_id, at, id"),
        heard: await of("select id, last_activity_at from person where tenant_id = $1 order by id"),
      };
    },
    merge: (from: Id<"person">, into: Id<"person"> | null) =>
      inside((ctx) => ctx.db.updateTable("person").set({ canonical_id: into }).where("id", "=", from).execute()),
  };
}

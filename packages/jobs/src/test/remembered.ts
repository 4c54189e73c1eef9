import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { GivenTenant, TestDatabase } from "@guildhall/testing";
import { appendFact } from "../facts/append-fact.ts";
import type { Pace } from "../pace.ts";
import { type Fact, type Handler, onFact } from "../relay/handler.ts";
import { drainRelay } from "../relay/relay.ts";

const kinds = ["people.person-created", "people.person-updated", "people.people-imported"] as const;

interface Manner {
  ordered?: boolean;
  before?(fact: Fact, ctx: Ctx): Promise<void>;
  after?(fact: Fact, ctx: Ctx): Promise<void>;
}

/** A handler whose database effect can be counted: one audit entry a fact. */
export function remember(name: string, { ordered = false, before, after }: Manner = {}): Handler {
  return onFact(kinds, {
    name,
    ordered,
    handle: async (ctx, fact) => {
      await before?.(fact, ctx);
      await writeMemory(ctx, name, fact);
      await after?.(fact, ctx);
    },
  });
}

async function writeMemory(ctx: Ctx, action: string, fact: Fact): Promise<void> {
  const subject = { subject_type: fact.name, subject_id: fact.subject.id };
  await ctx.db
    .insertInto("audit_entry")
    .values({
      tenant_id: ctx.tenant.id,
      at: fact.occurredAt,
      actor_kind: "system",
      action,
      ...subject,
      after: JSON.stringify(fact.payload),
    })
    .execute();
}

/** What a fact says of itself: the note that `touch` gave it, or its name. */
export function noteOf(fact: Pick<Fact, "name" | "payload">): string {
  return "fields" in fact.payload ? (fact.payload.fields[0] ?? fact.name) : fact.name;
}

/** The queue as tests see it, bound to their database. */
export function rehearsal(db: TestDatabase) {
  return {
    /** Notes of the facts that the handler remembers, in the order in which it did. */
    async memories(hall: GivenTenant, action: string): Promise<string[]> {
      const { rows } = await db.owner.query<{ name: string; after: { fields?: string[] } }>(
        "select subject_type as name, after from audit_entry where tenant_id = $1 and action = $2 order by id",
        [hall.tenant.id, action],
      );
      return rows.map((row) => row.after.fields?.[0] ?? row.name);
    },
    touch: (hall: GivenTenant, personId: Id<"person">, note: string) =>
      hall.inside((ctx) => appendFact(ctx, "people.person-updated", { personId, fields: [note] })),
    drain: (handlers: Handler[], errors: unknown[] = [], pace: Partial<Pace> = {}) =>
      drainRelay({ database: db.database, handlers, onError: (error) => errors.push(error), pace }),
    makeAllDue: () => db.owner.query("update delivery set due_at = now() - interval '1 second'"),
    deliveries: async () =>
      (
        await db.owner.query<{
          fact_id: string;
          handler: string;
          state: string;
          attempts: number;
          last_error: string | null;
        }>("select * from delivery order by fact_id, handler")
      ).rows,
  };
}

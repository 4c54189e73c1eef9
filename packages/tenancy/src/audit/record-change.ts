import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { actorColumns } from "@guildhall/jobs";

interface Change {
  /** What was done, in the domain's words ("person.updated"). */
  action: string;
  subjectType: string;
  subjectId: Id<string>;
  /** Whose personal data the values are, so that erasing that person blanks them. */
  personId?: Id<"person"> | null;
  changeSetId?: Id<"change_set"> | null;
  before: object | null;
  after: object | null;
}

/** Writes what a person would call a change into the audit log: who, when, before, after. Only what differs is kept. */
export async function recordChange(ctx: Ctx, change: Change): Promise<void> {
  await recordChanges(ctx, [change]);
}

/** The same for many that one deed brings, in a few statements. */
export async function recordChanges(ctx: Ctx, changes: readonly Change[]): Promise<void> {
  for (let from = 0; from < changes.length; from += atOnce)
    await ctx.db
      .insertInto("audit_entry")
      .values(changes.slice(from, from + atOnce).map((change) => entryOf(ctx, change)))
      .execute();
}

/** A statement has room for 65,535 values. */
const atOnce = 1_000;

function entryOf(ctx: Ctx, change: Change) {
  const [before, after] = onlyDifferences(change.before, change.after);
  return {
    tenant_id: ctx.tenant.id,
    at: ctx.clock.now(),
    ...actorColumns(ctx.actor),
    action: change.action,
    subject_type: change.subjectType,
    subject_id: change.subjectId,
    person_id: change.personId ?? null,
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
    change_set_id: change.changeSetId ?? null,
    request_id: ctx.requestId,
  };
}

function onlyDifferences(before: object | null, after: object | null): [object | null, object | null] {
  if (before === null || after === null) return [before, after];
  const text = (value: unknown) => JSON.stringify(value);
  const old = new Map(Object.entries(before).map(([key, value]) => [key, text(value)]));
  const fresh = new Map(Object.entries(after).map(([key, value]) => [key, text(value)]));
  const differs = ([key]: [string, unknown]) => old.get(key) !== fresh.get(key);
  return [
    Object.fromEntries(Object.entries(before).filter(differs)),
    Object.fromEntries(Object.entries(after).filter(differs)),
  ];
}

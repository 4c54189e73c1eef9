import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { type FactName, type FactPayload, parseFact, subjectOf } from "@guildhall/facts";
import { sql } from "kysely";
import { actorColumns } from "./actor-columns.ts";

/** Woken when there is something in the outbox. */
export const outboxChannel = "guildhall_outbox";

interface Options {
  /** The change set that this fact stands for as a whole; its items say which subjects it touched, and when. */
  changeSetId?: Id<"change_set"> | null;
}

/**
 * Records that something happened, in the command's own transaction: it is there when the command is, and handlers
 * will hear of it. Counts the subject's version under its row's lock, so a subject's facts are in order of commit.
 */
export async function appendFact<Name extends FactName>(
  ctx: Ctx,
  name: Name,
  payload: FactPayload<Name>,
  { changeSetId = null }: Options = {},
): Promise<Id<"fact">> {
  const checked = parseFact(name, payload);
  const subject = subjectOf(name, checked);
  const version = await nextVersion(ctx, subject);
  const { id } = await ctx.db
    .insertInto("fact")
    .values({
      tenant_id: ctx.tenant.id,
      name,
      subject_type: subject.type,
      subject_id: subject.id,
      subject_version: version,
      payload: JSON.stringify(checked),
      ...actorColumns(ctx.actor),
      change_set_id: changeSetId,
      request_id: ctx.requestId,
      occurred_at: ctx.clock.now(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto("outbox")
    .values({
      tenant_id: ctx.tenant.id,
      fact_id: id,
      name,
      subject_id: subject.id,
      subject_version: version,
      change_set_id: changeSetId,
    })
    .execute();
  ctx.wake(outboxChannel);
  return id;
}

/** Subjects whose table counts versions. Facts about others come in no promised order. */
const versioned: ReadonlySet<string> = new Set(["tenant", "person", "company", "change_set"]);

async function nextVersion(ctx: Ctx, subject: { type: string; id: Id<string> }): Promise<number | null> {
  if (!versioned.has(subject.type)) return null;
  const scope = subject.type === "tenant" ? sql`true` : sql`tenant_id = ${ctx.tenant.id}`;
  const { rows } = await sql<{ version: number }>`
    update ${sql.table(subject.type)} set version = version + 1 where ${scope} and id = ${subject.id} returning version`.execute(
    ctx.db,
  );
  const version = rows[0]?.version;
  if (version === undefined) throw new Error(`A fact about a ${subject.type} that is not there: ${subject.id}`);
  return version;
}

import { type Id, idSchema } from "@guildhall/core";
import type { Ctx, DB } from "@guildhall/db";
import type { Fact } from "@guildhall/jobs";
import { type Insertable, sql } from "kysely";
import type { TimelineKind } from "./timeline.ts";
import type { Concern, Line } from "./timeline-item.ts";

/** So many lines are written by one statement. */
const batchSize = 1_000;
const entryId = idSchema("timeline_entry");

/** Writes a line of this fact for each whom it concerns, once. Resolves to whose timelines they are. */
export async function writeFact(
  ctx: Ctx,
  fact: Fact,
  kind: TimelineKind,
  concerns: readonly Concern[],
): Promise<readonly Id<string>[]> {
  const lines = concerns.map((concern) => ({
    payload: fact.payload,
    ...concern,
    at: fact.occurredAt,
    id: fact.id,
    name: fact.name,
    actorPersonId: fact.actorPersonId,
  }));
  return writeLines(ctx, kind, lines, null);
}

/** Replaces all the lines of a note or task by these. Resolves to whose timelines changed. */
export async function writeWhole(
  ctx: Ctx,
  kind: TimelineKind,
  aboutId: Id<string>,
  lines: readonly Line[],
): Promise<readonly Id<string>[]> {
  const gone = await ctx.db
    .deleteFrom("timeline_entry")
    .where("about_id", "=", aboutId)
    .returning(["subject_id", "active"])
    .execute();
  const written = await writeLines(ctx, kind, lines, aboutId);
  await deriveActivity(
    ctx,
    gone.filter(({ active }) => active).map((row) => row.subject_id),
  );
  return [...new Set([...gone.map((row) => row.subject_id), ...written])];
}

async function writeLines(
  ctx: Ctx,
  kind: TimelineKind,
  lines: readonly Line[],
  aboutId: Id<string> | null,
): Promise<readonly Id<string>[]> {
  const shown = await withoutErased(ctx, lines);
  const rows = shown.map(
    (line): Insertable<DB["timeline_entry"]> => ({
      tenant_id: ctx.tenant.id,
      subject_type: line.subject.type,
      subject_id: line.subject.id,
      at: line.at,
      id: entryId.parse(line.id),
      name: line.name,
      kind,
      actor_person_id: line.actorPersonId,
      about_id: aboutId,
      payload: JSON.stringify(line.payload),
      active: line.active ?? false,
    }),
  );
  for (let from = 0; from < rows.length; from += batchSize)
    await ctx.db
      .insertInto("timeline_entry")
      .values(rows.slice(from, from + batchSize))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await deriveActivity(
    ctx,
    shown.flatMap(({ subject, active }) => (active && subject.type === "person" ? [subject.id] : [])),
  );
  return [...new Set(shown.map(({ subject }) => subject.id))];
}

async function withoutErased(ctx: Ctx, lines: readonly Line[]): Promise<readonly Line[]> {
  const people = [...new Set(lines.flatMap(({ subject }) => (subject.type === "person" ? [subject.id] : [])))];
  if (people.length === 0) return lines;
  const erased = await ctx.db
    .selectFrom("person")
    .select("id")
    .where(sql<boolean>`id = any (${people}::uuid[])`)
    .where("erased_at", "is not", null)
    .execute();
  const gone = new Set<string>(erased.map(({ id }) => id));
  return lines.filter(({ subject }) => !gone.has(subject.id));
}

/** Says anew when these people were last heard of. */
export async function deriveActivity(ctx: Ctx, people: readonly Id<string>[]): Promise<void> {
  if (people.length === 0) return;
  await sql`select derive_activity(${ctx.tenant.id}, ${[...new Set(people)]}::uuid[])`.execute(ctx.db);
}

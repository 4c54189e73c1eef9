import { type Id, invalid, notFound, type Page } from "@guildhall/core";
import { type Ctx, sqlState } from "@guildhall/db";
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { TimelineKind } from "./timeline.ts";

/** The person's own record first, then those that were merged into it; none of somebody who was erased. */
export async function recordsOf(ctx: Ctx, personId: Id<"person">): Promise<readonly Id<"person">[]> {
  const person = await ctx.db
    .selectFrom("person")
    .select((from) => ["erased_at as erasedAt", from.fn.coalesce("canonical_id", "id").as("root")])
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!person) throw notFound();
  if (person.erasedAt) return [];
  const merged = await ctx.db
    .selectFrom("person")
    .select("id")
    .where("canonical_id", "=", person.root)
    .where("erased_at", "is", null)
    .orderBy("id")
    .execute();
  return [person.root, ...merged.map(({ id }) => id)];
}

/** Which lines are read. */
export interface LinesWanted {
  /** None: all. */
  readonly kinds?: readonly TimelineKind[];
  readonly page: Page;
  /** Only those of `e` for which this holds. */
  readonly only?: RawBuilder<unknown>;
}

/** A line as it is stored. */
export interface Row {
  id: Id<string>;
  at: Date;
  /** As the database writes it, with all its digits. */
  place: string;
  name: string;
  kind: string;
  subject_type: "person" | "company";
  subject_id: Id<string>;
  actor_person_id: Id<"person"> | null;
  about_id: Id<string> | null;
  payload: Record<string, unknown>;
}

/** A page of lines, newest first, and where the next one begins. */
export async function readLines(
  ctx: Ctx,
  subjects: readonly Id<string>[],
  wanted: LinesWanted,
): Promise<{ readonly rows: readonly Row[]; readonly next: string | null }> {
  const found = subjects.length === 0 ? [] : await read(ctx, subjects, wanted);
  const rows = found.slice(0, wanted.page.size);
  const last = rows.at(-1);
  return { rows, next: found.length > rows.length && last ? writePlace(last) : null };
}

/**
 * The newest of each record and kind, each read off its index no further than a page, and of those the newest. What
 * concerns two records of one person is one line.
 */
async function read(
  ctx: Ctx,
  subjects: readonly Id<string>[],
  { kinds = [], only, page }: LinesWanted,
): Promise<Row[]> {
  const after = page.cursor === null ? null : readPlace(page.cursor);
  const beyond = after ? sql`and (e.at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const theirs = only ? sql`and ${only}` : sql``;
  const newest = (ofKind: RawBuilder<unknown>) => sql`
    select e.* from timeline_entry e where e.tenant_id = ${ctx.tenant.id} and e.subject_id = s.id ${ofKind} ${theirs} ${beyond}
    order by e.at desc, e.id desc limit ${page.size + 1}`;
  const asked = [...new Set(kinds)];
  const from =
    asked.length === 0
      ? sql`cross join lateral (${newest(sql``)}) l`
      : sql`cross join unnest(${asked}::text[]) k (kind) cross join lateral (${newest(sql`and e.kind = k.kind`)}) l`;
  try {
    const { rows } = await sql<Row>`
      select * from (
        select distinct on (l.at, l.id) l.id, l.at, l.at::text as place, l.name, l.kind, l.subject_type, l.subject_id,
          l.actor_person_id, l.about_id, l.payload
        from unnest(${[...subjects]}::uuid[]) with ordinality s (id, nth) ${from}
        order by l.at desc, l.id desc, s.nth
      ) one
      order by at desc, id desc limit ${page.size + 1}`.execute(ctx.db);
    return rows;
  } catch (error) {
    throw after && misfits.has(sqlState(error) ?? "") ? invalid("core.cursor-malformed") : error;
  }
}

const placeSchema = z.object({ at: z.string().max(40), id: z.uuid() });

const misfits: ReadonlySet<string> = new Set(["22007", "22008", "22P02"]);

function writePlace({ place, id }: Row): string {
  return Buffer.from(JSON.stringify({ at: place, id })).toString("base64url");
}

function readPlace(cursor: string): z.output<typeof placeSchema> {
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw invalid("core.cursor-malformed");
  }
}

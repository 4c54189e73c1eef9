import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { peoplePolicy } from "../people/person.policy.ts";
import { type LinesWanted, type Row, readLines, recordsOf } from "./read-lines.ts";
import { type TimelineEntry, type TimelinePage, timelineKinds } from "./timeline.ts";
import { namesOn } from "./timeline-names.ts";

type Asked = Pick<LinesWanted, "kinds" | "page">;

/**
 * What happened to a person, newest first, over all the records that are one with theirs. For staff; what a member
 * reads of their own is `listMyTimeline`. Somebody who was erased has none.
 */
export async function listTimeline(ctx: Ctx, personId: Id<"person">, asked: Asked): Promise<TimelinePage> {
  if (!peoplePolicy.allows(ctx.actor, "view", null)) throw notFound();
  return pageOf(ctx, await recordsOf(ctx, personId), asked);
}

/** What happened to a company, newest first. */
export async function listCompanyTimeline(ctx: Ctx, companyId: Id<"company">, asked: Asked): Promise<TimelinePage> {
  if (!peoplePolicy.allows(ctx.actor, "view", null)) throw notFound();
  const company = await ctx.db.selectFrom("company").select("id").where("id", "=", companyId).executeTakeFirst();
  if (!company) throw notFound();
  return pageOf(ctx, [companyId], asked);
}

async function pageOf(ctx: Ctx, subjects: readonly Id<string>[], asked: Asked): Promise<TimelinePage> {
  const { rows, next } = await readLines(ctx, subjects, asked);
  return { rows: rows.map(entryOf), next, names: await namesOn(ctx, rows), subjects };
}

function entryOf(row: Row): TimelineEntry {
  return {
    id: row.id,
    at: row.at,
    name: row.name,
    kind: timelineKinds.find((kind) => kind === row.kind) ?? "record",
    subject: { type: row.subject_type, id: row.subject_id },
    actorPersonId: row.actor_person_id,
    aboutId: row.about_id,
    payload: row.payload,
  };
}

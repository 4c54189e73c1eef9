import { type Id, idSchema, notFound, type Page } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { type Row, readLines, recordsOf } from "./read-lines.ts";
import type { MyTimelineEntry } from "./timeline.ts";
import type { TimelineRegister } from "./timeline-register.ts";

/** What whoever asks reads of their own timeline: the lines that are meant for them, with nobody else in them. */
export async function listMyTimeline(
  ctx: Ctx,
  register: TimelineRegister,
  page: Page,
): Promise<{ readonly rows: readonly MyTimelineEntry[]; readonly next: string | null }> {
  if (ctx.actor.kind !== "person") throw notFound();
  const mine = await recordsOf(ctx, ctx.actor.personId);
  const { rows, next } = await readLines(ctx, mine, { page, only: meantForMembers(register, mine) });
  const channels = await channelsOf(ctx, rows);
  return {
    rows: rows.map((row) => ({
      id: row.id,
      at: row.at,
      name: row.name,
      kind: row.kind,
      byMe: mine.some((id) => id === row.actor_person_id),
      told: toldOf(register, row, channels),
    })),
    next,
  };
}

function meantForMembers({ forMember }: TimelineRegister, mine: readonly Id<"person">[]) {
  const named = (lines: string) => [...forMember].flatMap(([fact, its]) => (its.lines === lines ? [fact] : []));
  return sql`(e.name = any (${named("all")}::text[])
    or (e.name = any (${named("own deeds")}::text[]) and e.actor_person_id = any (${[...mine]}::uuid[])))`;
}

/** Of a message its channel alone: who knows whether the address it went to is theirs. */
function toldOf({ forMember }: TimelineRegister, { name, payload }: Row, channels: ReadonlyMap<string, string>) {
  const tells = forMember.get(name)?.tells ?? [];
  const channel = channels.get(String(payload.messageId));
  return {
    ...Object.fromEntries(Object.entries(payload).filter(([key]) => tells.includes(key))),
    ...(channel && { channel }),
  };
}

async function channelsOf(ctx: Ctx, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ payload }): Id<"message">[] => {
    const id = idSchema("message").safeParse(payload.messageId);
    return id.success ? [id.data] : [];
  });
  if (ids.length === 0) return new Map();
  const messages = await ctx.db.selectFrom("message").select(["id", "channel"]).where("id", "in", ids).execute();
  return new Map(messages.map(({ id, channel }) => [id, channel]));
}

import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import type { AnyNotice } from "../kinds/notice.ts";
import type { NoticeRegister } from "../kinds/notice-register.ts";
import type { NoticeLine } from "./notice-line.ts";

/** A stored notice, or the newest of several that stand together. */
export interface NoticeToWrite {
  readonly id: Id<"notification">;
  readonly kind: string;
  readonly payload: unknown;
  readonly count: number;
  readonly at: Date;
  readonly unread: boolean;
}

type Named = NonNullable<NoticeLine["who"]>;

interface Known {
  readonly row: NoticeToWrite;
  readonly notice: AnyNotice;
}

/**
 * Puts notices into the words of the actor's language, with the names that people have today. What the actor may not see
 * (any more), and what no version since knows, keeps its place without saying anything.
 */
export async function writeLines(
  ctx: Ctx,
  register: NoticeRegister,
  rows: readonly NoticeToWrite[],
): Promise<readonly NoticeLine[]> {
  const known = new Map<NoticeToWrite["id"], Known>();
  for (const row of rows) {
    const notice = await readable(ctx, register, row);
    if (notice) known.set(row.id, { row, notice });
  }
  const people = await namesOf(ctx, [...known.values()]);
  const lines: NoticeLine[] = [];
  for (const row of rows) lines.push(await lineOf(ctx, row, known.get(row.id)?.notice, people));
  return lines;
}

async function lineOf(
  ctx: Ctx,
  row: NoticeToWrite,
  notice: AnyNotice | undefined,
  people: ReadonlyMap<Id<"person">, Named>,
): Promise<NoticeLine> {
  const { locale } = ctx;
  const place = { id: row.id, at: row.at, unread: row.unread };
  if (!notice) return { ...place, topic: null, title: m.notices_closed({}, { locale }), text: null, who: null };
  const first = notice.people(row.payload)[0];
  const words = await notice.words({
    payload: row.payload,
    count: row.count,
    name: (personId) => (personId && people.get(personId)?.name) ?? m.notices_somebody({}, { locale }),
    hall: ctx.tenant.name,
    locale,
    reader: ctx,
  });
  return { ...place, topic: notice.topic.name, ...words, who: (first && people.get(first)) ?? null };
}

async function readable(ctx: Ctx, register: NoticeRegister, row: NoticeToWrite): Promise<AnyNotice | null> {
  const notice = register.find(row.kind);
  if (!notice?.fits(row.payload)) return null;
  return (await notice.maySee(ctx, row.payload)) ? notice : null;
}

async function namesOf(ctx: Ctx, lines: readonly Known[]): Promise<ReadonlyMap<Id<"person">, Named>> {
  const personIds = [...new Set(lines.flatMap(({ row, notice }) => notice.people(row.payload)))];
  if (personIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("person")
    .select(["id", "full_name as name", "avatar_file_id as avatarFileId"])
    .where("id", "in", personIds)
    .where("erased_at", "is", null)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

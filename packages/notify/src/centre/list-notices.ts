import type { Id, Page, PageOf } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";
import { sql } from "kysely";
import type { NoticeRegister } from "../kinds/notice-register.ts";
import type { NoticeLine } from "./notice-line.ts";
import { ownPerson } from "./own-person.ts";
import { type NoticeToWrite, writeLines } from "./write-lines.ts";

interface Wanted {
  readonly page: Page;
  readonly unreadOnly?: boolean;
  /** Only what belongs to this topic. */
  readonly topic?: string | undefined;
}

/** The actor's notices in this hall, newest first, in words. */
export async function listNotices(
  ctx: Ctx,
  register: NoticeRegister,
  { page, unreadOnly = false, topic }: Wanted,
): Promise<PageOf<NoticeLine>> {
  const kinds = topic === undefined ? null : register.kindsOf(topic);
  if (kinds?.length === 0) return { rows: [], next: null, previous: null };
  const found = await keyset(
    ctx.db
      .selectFrom("notification")
      .select(["id", "kind", "payload", "behind", "latest_at as latestAt", "read_at as readAt"])
      .where("person_id", "=", ownPerson(ctx))
      .where("under_id", "is", null)
      .where("in_app", "=", true)
      .$if(unreadOnly, (query) => query.where("read_at", "is", null))
      .$if(kinds !== null, (query) => query.where("kind", "in", [...(kinds ?? [])])),
    page,
    { columns: ["latestAt", "id"], direction: "desc", references: { latestAt: "latest_at", id: "id" } },
  );
  const newest = await newestBehind(
    ctx,
    found.rows.filter(({ behind }) => behind > 0).map(({ id }) => id),
  );
  const rows: NoticeToWrite[] = found.rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    payload: newest.get(row.id) ?? row.payload,
    count: row.behind + 1,
    at: row.latestAt,
    unread: row.readAt === null,
  }));
  return { ...found, rows: await writeLines(ctx, register, rows) };
}

/** Of those that stand together, the newest gives the name. */
async function newestBehind(ctx: Ctx, heads: readonly Id<"notification">[]) {
  if (heads.length === 0) return new Map<Id<"notification">, unknown>();
  const { rows } = await sql<{ id: Id<"notification">; payload: unknown }>`
    select head.id, newest.payload from unnest(${heads}::uuid[]) as head (id)
    cross join lateral (select payload from notification
      where under_id = head.id order by created_at desc, id desc limit 1) newest`.execute(ctx.db);
  return new Map(rows.map(({ id, payload }) => [id, payload]));
}

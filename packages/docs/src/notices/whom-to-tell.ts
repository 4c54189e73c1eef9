import { type Id, idSchema, mentionsIn, readRichText } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { mentionedInComment } from "./comment-notices.ts";

/** More writers than these of one document are not told of each thread that is begun there: they see it in the document. */
const mostWriters = 100;

/** Whoever said something in a thread, or was spoken to in it. */
export async function partakersOf(ctx: Ctx, threadId: Id<"document_thread">): Promise<readonly Id<"person">[]> {
  const comments = await ctx.db
    .selectFrom("document_comment")
    .select(["author_person_id as author", "body"])
    .where("thread_id", "=", threadId)
    .where("removed_at", "is", null)
    .execute();
  const ids = comments.flatMap(({ author, body }) => [...(author ? [author] : []), ...spokenTo(body)]);
  return standing(ctx, ids);
}

/** Whoever is spoken to in what was said. */
export async function spokenToIn(ctx: Ctx, commentId: Id<"document_comment">): Promise<readonly Id<"person">[]> {
  const row = await ctx.db
    .selectFrom("document_comment")
    .select("body")
    .where("id", "=", commentId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return row ? standing(ctx, spokenTo(row.body)) : [];
}

function spokenTo(body: unknown): Id<"person">[] {
  const text = readRichText(body);
  return text ? mentionsIn(text).map(({ id }) => idSchema("person").parse(id)) : [];
}

/** Of records that were merged, those that stay; each once. */
async function standing(ctx: Ctx, ids: readonly Id<"person">[]): Promise<readonly Id<"person">[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: Id<"person"> }>`
    select distinct coalesce(p.canonical_id, p.id) as id from person p where p.id = any (${[...ids]}::uuid[])`.execute(
    ctx.db,
  );
  return rows.map(({ id }) => id);
}

/** Whoever wrote in a document, those who did so last first. */
export async function authorsOf(ctx: Ctx, documentId: Id<"document">): Promise<readonly Id<"person">[]> {
  const { rows } = await sql<{ id: Id<"person"> }>`
    select coalesce(p.canonical_id, p.id) as id
    from (
      select a.person_id, a.last_at as at from document_author a where a.document_id = ${documentId}
      union all
      select d.created_by, d.created_at from document d where d.id = ${documentId} and d.created_by is not null
    ) w join person p on p.id = w.person_id
    group by coalesce(p.canonical_id, p.id) order by max(w.at) desc limit ${mostWriters}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Of those who are spoken to in a comment, whoever was not told of it yet. */
export async function notYetTold(
  ctx: Ctx,
  commentId: Id<"document_comment">,
  people: readonly Id<"person">[],
): Promise<readonly Id<"person">[]> {
  if (people.length === 0) return [];
  const told = await ctx.db
    .selectFrom("notification")
    .select("person_id as id")
    .where("person_id", "in", [...people])
    .where("kind", "=", mentionedInComment.kind)
    .where(sql<boolean>`payload ->> 'commentId' = ${commentId}::text`)
    .execute();
  const known = new Set(told.map(({ id }) => id));
  return people.filter((id) => !known.has(id));
}

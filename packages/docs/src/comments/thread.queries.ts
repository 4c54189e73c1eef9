import { type Id, mentionsIn, type RichText, readRichText, relabelled } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { namesOf } from "@guildhall/people";
import { sql } from "kysely";
import type { DocumentRole } from "../access/document-role.ts";
import { commentPolicy } from "./comment.policy.ts";
import { type Comment, type Conversation, type Reaction, reactionSigns, type Thread } from "./comment.ts";
import { byThemselves, type Commenter, ownership } from "./commenter.ts";
import { roleToComment } from "./hold-thread.ts";

/** What is said about a document, the eldest thread first; not there for whoever may only read it. */
export async function listThreads(
  ctx: Ctx,
  documentId: Id<"document">,
  who: Commenter = byThemselves,
): Promise<Conversation> {
  const role = await roleToComment(ctx, documentId, who);
  const threads = await ctx.db
    .selectFrom("document_thread as t")
    .leftJoin("person as p", (join) =>
      join.onRef("p.tenant_id", "=", "t.tenant_id").onRef("p.id", "=", "t.resolved_by"),
    )
    .select(["t.id", "t.quote", "t.lost_at", "t.resolved_at", "p.full_name as resolvedBy"])
    .where("t.document_id", "=", documentId)
    .orderBy("t.id")
    .execute();
  const said = Map.groupBy(await commentsIn(ctx, documentId), ({ thread_id }) => thread_id);
  const read = await readerOf(ctx, who, role, [...said.values()].flat());
  return {
    asGuest: ctx.actor.kind !== "person",
    threads: threads.flatMap(({ id, quote, lost_at, resolved_at, resolvedBy }): Thread[] => {
      const rows = (said.get(id) ?? []).filter(({ removed_at }) => !removed_at);
      const [began] = said.get(id) ?? [];
      if (rows.length === 0 || !began) return [];
      return [
        {
          id,
          quote,
          isLost: lost_at !== null,
          resolvedAt: resolved_at,
          resolvedBy,
          mayResolve: commentPolicy.allows(ctx.actor, "resolve", { role, own: read.isOwn(began) }),
          comments: rows.map(read.comment),
        },
      ];
    }),
  };
}

type CommentRow = Awaited<ReturnType<typeof commentsIn>>[number];

/** Those that were taken back too: who began a thread began it. */
function commentsIn(ctx: Ctx, documentId: Id<"document">) {
  return ctx.db
    .selectFrom("document_comment as c")
    .innerJoin("document_thread as t", (join) =>
      join.onRef("t.tenant_id", "=", "c.tenant_id").onRef("t.id", "=", "c.thread_id"),
    )
    .leftJoin("person as p", (join) =>
      join.onRef("p.tenant_id", "=", "c.tenant_id").onRef("p.id", "=", "c.author_person_id"),
    )
    .select(["c.id", "c.thread_id", "c.author_person_id", "c.guest_name", "c.guest_key", "c.body"])
    .select(["c.created_at", "c.edited_at", "c.removed_at"])
    .select((row) => row.fn.coalesce("p.canonical_id", "p.id").as("personId"))
    .where("t.document_id", "=", documentId)
    .orderBy("c.id")
    .execute();
}

/** Turns rows into what this reader sees of them. */
async function readerOf(ctx: Ctx, who: Commenter, role: DocumentRole, rows: readonly CommentRow[]) {
  const isOwn = await ownership(ctx, who);
  const texts = new Map(rows.map(({ id, body }) => [id, readRichText(body) ?? empty]));
  const mentioned = [...texts.values()].flatMap((text) => mentionsIn(text).map(({ id }) => id));
  const names = await namesOf(ctx, [...mentioned, ...rows.map(({ personId }) => personId)]);
  const labels = Object.fromEntries(Object.entries(names).map(([id, { name }]) => [id, name]));
  const reactions = await reactionsTo(
    ctx,
    rows.map(({ id }) => id),
  );
  return {
    isOwn,
    comment: (row: CommentRow): Comment => {
      const own = isOwn(row);
      const id = row.personId;
      return {
        id: row.id,
        author: { id, name: id ? (labels[id] ?? null) : row.guest_name, isGuest: row.guest_name !== null },
        body: relabelled(texts.get(row.id) ?? empty, labels),
        at: row.created_at,
        edited: row.edited_at !== null,
        mayChange: commentPolicy.allows(ctx.actor, "change", { role, own }),
        mayRemove: commentPolicy.allows(ctx.actor, "remove", { role, own }),
        reactions: reactions.get(row.id) ?? [],
      };
    },
  };
}

const empty: RichText = { type: "doc", content: [] };

async function reactionsTo(
  ctx: Ctx,
  commentIds: readonly Id<"document_comment">[],
): Promise<ReadonlyMap<string, readonly Reaction[]>> {
  if (commentIds.length === 0) return new Map();
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const { rows } = await sql<{ comment_id: string; sign: string; names: string[]; mine: boolean }>`
    select r.comment_id, r.sign, array_agg(p.full_name order by r.at) as names,
      coalesce(bool_or(coalesce(p.canonical_id, p.id) = ${me}::uuid), false) as mine
    from document_reaction r join person p on p.id = r.person_id
    where r.comment_id = any (${[...commentIds]}::uuid[])
    group by r.comment_id, r.sign`.execute(ctx.db);
  return new Map(
    [...Map.groupBy(rows, ({ comment_id }) => comment_id)].map(([id, all]) => [
      id,
      reactionSigns.flatMap((sign) =>
        all.filter((row) => row.sign === sign).map(({ names, mine }) => ({ sign, names, mine })),
      ),
    ]),
  );
}

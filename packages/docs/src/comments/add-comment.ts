import { type Id, limited, plainFromRichText, type RichText } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { authorColumns, type Commenter } from "./commenter.ts";
import { storedComment } from "./stored-comment.ts";

interface Said {
  readonly body: RichText;
  readonly guestName?: string | undefined;
}

/** Where a link leads strangers in, all of them together say at most so much in so many minutes. */
const guestsMost = { comments: 60, minutes: 10 };

/** Adds what somebody says to a thread; the caller has asked whether they may. */
export async function addComment(
  ctx: Ctx,
  { id: threadId, documentId }: { readonly id: Id<"document_thread">; readonly documentId: Id<"document"> },
  { body, guestName }: Said,
  who: Commenter,
): Promise<Id<"document_comment">> {
  const author = authorColumns(ctx, who, guestName);
  if (author.guest_name) await refuseFlood(ctx, documentId);
  const text = await storedComment(ctx, documentId, body);
  const firstToday = author.author_person_id && (await isFirstToday(ctx, documentId, author.author_person_id));
  const { id } = await ctx.db
    .insertInto("document_comment")
    .values({
      tenant_id: ctx.tenant.id,
      thread_id: threadId,
      ...author,
      body: JSON.stringify(text),
      created_at: ctx.clock.now(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const personId = author.author_person_id;
  await recordChange(ctx, {
    action: "document.comment-added",
    subjectType: "document",
    subjectId: documentId,
    personId,
    before: null,
    after: { text: plainFromRichText(text), ...(author.guest_name && { guest: author.guest_name }) },
  });
  await appendFact(ctx, "docs.comment-added", { documentId, threadId, commentId: id, personId });
  if (firstToday && personId) await appendFact(ctx, "docs.document-commented", { documentId, personId });
  return id;
}

async function refuseFlood(ctx: Ctx, documentId: Id<"document">): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - guestsMost.minutes * 60_000);
  const { count } = await commentsIn(ctx, documentId)
    .select((comments) => comments.fn.countAll<number>().as("count"))
    .where("c.guest_name", "is not", null)
    .where("c.created_at", ">", since)
    .executeTakeFirstOrThrow();
  if (Number(count) >= guestsMost.comments) throw limited("docs.guests-too-many", { minutes: guestsMost.minutes });
}

/** By the hall's clock: of each day and document their timeline has one line. */
async function isFirstToday(ctx: Ctx, documentId: Id<"document">, personId: Id<"person">): Promise<boolean> {
  const dayOf = new Intl.DateTimeFormat("en-CA", { timeZone: ctx.tenant.timeZone });
  const last = await commentsIn(ctx, documentId)
    .select("c.created_at as at")
    .where("c.author_person_id", "=", personId)
    .orderBy("c.created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return !last || dayOf.format(last.at) !== dayOf.format(ctx.clock.now());
}

function commentsIn(ctx: Ctx, documentId: Id<"document">) {
  return ctx.db
    .selectFrom("document_comment as c")
    .innerJoin("document_thread as t", (join) =>
      join.onRef("t.tenant_id", "=", "c.tenant_id").onRef("t.id", "=", "c.thread_id"),
    )
    .where("t.document_id", "=", documentId);
}

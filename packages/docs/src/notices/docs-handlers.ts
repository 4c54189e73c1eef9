import { type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { type Handler, onFact } from "@guildhall/jobs";
import { type AnyNotice, notify } from "@guildhall/notify";
import { resolvePerson } from "@guildhall/people";
import { commented, mentionedInComment, threadResolved } from "./comment-notices.ts";
import { documentShared, mentionedInDocument, spaceShared } from "./document-notices.ts";
import { authorsOf, notYetTold, partakersOf, spokenToIn } from "./whom-to-tell.ts";

/** What documents have to tell. */
export const docsNotices: readonly AnyNotice[] = [
  mentionedInComment,
  mentionedInDocument,
  documentShared,
  spaceShared,
  commented,
  threadResolved,
];

/** Tells of what happened in documents whoever it is for. */
export const docsHandlers: readonly Handler[] = [
  onFact(["docs.comment-added"], {
    name: "docs.tell-comment",
    handle: async (ctx, fact) => {
      const { personId: byPersonId, ...place } = fact.payload;
      const payload = { ...place, byPersonId };
      const spokenTo = await spokenToIn(ctx, place.commentId);
      const named = new Set(await notify(ctx, mentionedInComment, { fact, to: spokenTo, payload }));
      const partakers = await partakersOf(ctx, place.threadId);
      // Who begins a thread speaks to those who wrote; who answers, to those who take part.
      const isFirst = await isFirstOf(ctx, place.threadId, place.commentId);
      const others = isFirst ? [...partakers, ...(await authorsOf(ctx, place.documentId))] : partakers;
      const to = [...new Set(others)].filter((id) => !named.has(id) && id !== byPersonId);
      await notify(ctx, commented, { fact, to, payload });
    },
  }),
  onFact(["docs.comment-changed"], {
    name: "docs.tell-comment-changed",
    handle: async (ctx, fact) => {
      const to = await notYetTold(ctx, fact.payload.commentId, await spokenToIn(ctx, fact.payload.commentId));
      const payload = { ...fact.payload, byPersonId: fact.actorPersonId };
      await notify(ctx, mentionedInComment, { fact, to, payload });
    },
  }),
  onFact(["docs.thread-resolved"], {
    name: "docs.tell-resolved",
    handle: async (ctx, fact) => {
      const { documentId, threadId, personId: byPersonId } = fact.payload;
      const to = (await partakersOf(ctx, threadId)).filter((id) => id !== byPersonId);
      await notify(ctx, threadResolved, { fact, to, payload: { documentId, threadId, byPersonId } });
    },
  }),
  onFact(["docs.person-mentioned"], {
    name: "docs.tell-mentioned",
    handle: async (ctx, fact) => {
      const { documentId, byPersonId } = fact.payload;
      const personId = await resolvePerson(ctx, fact.payload.personId);
      if (!personId || personId === byPersonId || (await wasToldToday(ctx, documentId, personId))) return;
      await notify(ctx, mentionedInDocument, { fact, to: [personId], payload: { documentId, byPersonId } });
    },
  }),
  onFact(["docs.document-shared"], {
    name: "docs.tell-shared",
    handle: async (ctx, fact) => {
      const to = await personOf(ctx, fact.payload.grantId);
      const payload = { documentId: fact.payload.documentId, byPersonId: fact.actorPersonId };
      await notify(ctx, documentShared, { fact, to, payload });
    },
  }),
  onFact(["docs.space-shared"], {
    name: "docs.tell-space-shared",
    handle: async (ctx, fact) => {
      const to = await personOf(ctx, fact.payload.grantId);
      await notify(ctx, spaceShared, {
        fact,
        to,
        payload: { spaceId: fact.payload.spaceId, byPersonId: fact.actorPersonId },
      });
    },
  }),
];

async function isFirstOf(ctx: Ctx, threadId: Id<"document_thread">, commentId: Id<"document_comment">) {
  const first = await ctx.db
    .selectFrom("document_comment")
    .select("id")
    .where("thread_id", "=", threadId)
    .orderBy("id")
    .executeTakeFirst();
  return first?.id === commentId;
}

const day = 24 * 3_600_000;

/** Of words that are cut out and put in again, whoever is named in them hears once. */
async function wasToldToday(ctx: Ctx, documentId: Id<"document">, personId: Id<"person">): Promise<boolean> {
  const row = await ctx.db
    .selectFrom("notification")
    .select("id")
    .where("person_id", "=", personId)
    .where("kind", "=", mentionedInDocument.kind)
    .where("about_type", "=", "document")
    .where("about_id", "=", idSchema("about").parse(documentId))
    .where("created_at", ">", new Date(ctx.clock.now().getTime() - day))
    .executeTakeFirst();
  return row !== undefined;
}

/** Whoever a grant is for, where it is for one person: a whole audience finds what it may see in its lists. */
async function personOf(ctx: Ctx, grantId: Id<"document_grant">): Promise<Id<"person">[]> {
  const grant = await ctx.db
    .selectFrom("document_grant")
    .select("person_id")
    .where("id", "=", grantId)
    .executeTakeFirst();
  const person = grant?.person_id && (await resolvePerson(ctx, grant.person_id));
  return person ? [person] : [];
}

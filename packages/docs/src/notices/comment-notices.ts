import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { defineNotice, type Said } from "@guildhall/notify";
import { z } from "zod";
import { forYou, talk } from "./docs-topics.ts";
import { commentTold, mayNow, placeOfThread, titleFor } from "./what-is-told.ts";

const person = idSchema("person").nullable();
const place = { documentId: idSchema("document"), threadId: idSchema("document_thread") };
const saying = z.object({ ...place, commentId: idSchema("document_comment"), byPersonId: person });
const ending = z.object({ ...place, byPersonId: person });

/** Somebody turned to the reader in a comment. */
export const mentionedInComment = defineNotice({
  kind: "docs.mentioned-in-comment",
  topic: forYou,
  payload: saying,
  about: ({ documentId }) => ({ type: "document", id: documentId }),
  people: ({ byPersonId }) => [byPersonId],
  maySee: async (reader, { documentId, commentId }) =>
    (await mayNow(reader, documentId, "comment")) && (await commentTold(reader, commentId)) !== null,
  link: ({ documentId, threadId }) => placeOfThread(documentId, threadId),
  words: async (said) => ({
    title: m.comments_notice_mentioned(
      { name: await speaker(said), title: await titleFor(said, said.payload.documentId) },
      { locale: said.locale },
    ),
    text: (await commentTold(said.reader, said.payload.commentId))?.words ?? null,
  }),
});

/** Somebody said something where the reader wrote or took part: one line for each document until it is read. */
export const commented = defineNotice({
  kind: "docs.commented",
  topic: talk,
  payload: saying,
  about: ({ documentId }) => ({ type: "document", id: documentId }),
  people: ({ byPersonId }) => [byPersonId],
  maySee: async (reader, { documentId, commentId }) =>
    (await mayNow(reader, documentId, "comment")) && (await commentTold(reader, commentId)) !== null,
  collapse: ({ documentId }) => `docs.commented ${documentId}`,
  link: ({ documentId, threadId }) => placeOfThread(documentId, threadId),
  words: async (said) => {
    const title = await titleFor(said, said.payload.documentId);
    const { locale, count } = said;
    if (count > 1) return { title: m.comments_notice_many({ count, title }, { locale }), text: null };
    return {
      title: m.comments_notice_commented({ name: await speaker(said), title }, { locale }),
      text: (await commentTold(said.reader, said.payload.commentId))?.words ?? null,
    };
  },
});

/** A conversation in which the reader took part has come to its end. */
export const threadResolved = defineNotice({
  kind: "docs.thread-resolved",
  topic: talk,
  payload: ending,
  about: ({ documentId }) => ({ type: "document", id: documentId }),
  people: ({ byPersonId }) => [byPersonId],
  maySee: async (reader, { documentId, threadId }) => {
    if (!(await mayNow(reader, documentId, "comment"))) return false;
    const thread = await reader.db
      .selectFrom("document_thread")
      .select("resolved_at")
      .where("id", "=", threadId)
      .executeTakeFirst();
    return thread?.resolved_at != null;
  },
  collapse: ({ documentId }) => `docs.thread-resolved ${documentId}`,
  link: ({ documentId, threadId }) => placeOfThread(documentId, threadId),
  words: async (said) => {
    const { payload, count, locale, name } = said;
    const title = await titleFor(said, payload.documentId);
    return {
      title:
        count > 1
          ? m.comments_notice_resolved_many({ count, title }, { locale })
          : m.comments_notice_resolved({ name: name(payload.byPersonId), title }, { locale }),
      text: null,
    };
  },
});

/** Whoever spoke: by their name, or by the one that a guest gave. */
async function speaker({ payload, name, reader, locale }: Said<z.output<typeof saying>>): Promise<string> {
  if (payload.byPersonId) return name(payload.byPersonId);
  const guest = (await commentTold(reader, payload.commentId))?.guest;
  return guest ? m.comments_guest_named({ name: guest }, { locale }) : name(null);
}

import { type Id, type RichText, richTextFromPlain, visitor } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { editRoom, findRoom, openRoomKinds, readRoom, settleRoom } from "@guildhall/sync";
import type { TestDatabase } from "@guildhall/testing";
import * as Y from "yjs";
import { beginThread } from "../comments/begin-thread.ts";
import type { Commenter } from "../comments/commenter.ts";
import { listThreads } from "../comments/thread.queries.ts";
import { documentField } from "../editor/document-node.ts";
import { documentKind } from "../rooms/document-kind.ts";
import { documentRoom } from "../rooms/document-room.ts";
import { grantAccess, openLink } from "../sharing/grant-access.ts";
import { hallWithDocuments, type Somebody } from "./hall-with-documents.ts";

const kinds = openRoomKinds([documentRoom]);
export const guest: Pick<Somebody, "actor"> = { actor: visitor };
export const nobodyElse: Commenter = { key: null, secret: null };

/** A hall with a document of one line, in which Lin writes and Chen may comment. */
export async function talkingHall(db: TestDatabase) {
  const given = await hallWithDocuments(db);
  const { as, hall, lin, chen, document } = given;
  const launch = await document("Launch");
  const write = (who: Pick<Somebody, "actor">, change: (words: Y.XmlText, root: Y.XmlFragment) => void, id = launch) =>
    as(who, (ctx) =>
      editRoom(ctx, documentKind, id, (doc) => {
        const root = doc.getXmlFragment(documentField);
        change(lineOf(root), root);
      }),
    );
  await write(lin, (words) => words.insert(0, "Water at the upper spring."));
  const share = (who: Somebody, role: string, id = launch) =>
    as(lin, (ctx) =>
      grantAccess(ctx, { on: { documentId: id }, grantee: { kind: "person", personId: who.personId }, role }),
    );
  await share(chen, "comment");
  const docOf = (ctx: Ctx, id: Id<"document">) =>
    findRoom(ctx, documentKind, id).then(async (room) => {
      if (!room) throw new Error("There is no room.");
      return (await readRoom(ctx, room.id)).doc;
    });
  const placesOf = (quote: string) =>
    hall.inside(async (ctx) => {
      const words = lineOf((await docOf(ctx, launch)).getXmlFragment(documentField));
      const at = plain(words).indexOf(quote);
      return { from: place(words, at), to: place(words, at + quote.length) };
    });
  return {
    ...given,
    launch,
    write,
    share,
    placesOf,
    linkTo: (role: string) =>
      as(lin, async (ctx) => {
        const id = await openLink(ctx, { on: { documentId: launch }, role });
        const row = await ctx.db
          .selectFrom("document_grant")
          .select("link_key as key")
          .where("id", "=", id)
          .executeTakeFirstOrThrow();
        return row.key;
      }),
    begin: async (
      who: Pick<Somebody, "actor">,
      quote: string | null,
      body: RichText | string = "Is it clean?",
      by: Commenter = nobodyElse,
      more: object = {},
    ) => {
      const places = quote === null ? {} : await placesOf(quote);
      return as(who, (ctx) =>
        beginThread(
          ctx,
          {
            documentId: launch,
            ...places,
            body: typeof body === "string" ? richTextFromPlain(body) : body,
            ...more,
          },
          by,
        ),
      );
    },
    threads: async (who: Pick<Somebody, "actor">, by: Commenter = nobodyElse) =>
      (await as(who, (ctx) => listThreads(ctx, launch, by))).threads,
    says: () => hall.inside((ctx) => docOf(ctx, launch)),
    settle: async () => {
      const room = await hall.inside((ctx) => findRoom(ctx, documentKind, launch));
      if (room) await settleRoom(db.database, kinds, room);
    },
    facts: async (name: string) =>
      (
        await db.owner.query<{ payload: object }>(
          "select payload from fact where tenant_id = $1 and name = $2 order by id",
          [hall.tenant.id, name],
        )
      ).rows.map(({ payload }) => payload),
  };
}

/** The text of the first line below the title. */
export function lineOf(root: Y.XmlFragment): Y.XmlText {
  const line = root.get(1);
  if (!(line instanceof Y.XmlElement)) throw new Error("There is no line.");
  const words = line.get(0);
  if (words instanceof Y.XmlText) return words;
  const made = new Y.XmlText();
  line.insert(0, [made]);
  return made;
}

export const plain = (words: Y.XmlText) => words.toString().replace(/<[^>]*>/g, "");

function place(words: Y.XmlText, at: number): string {
  const encoded = Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(words, at, -1));
  return Buffer.from(encoded).toString("base64url");
}

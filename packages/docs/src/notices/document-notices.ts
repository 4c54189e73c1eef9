import { type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import { defineNotice } from "@guildhall/notify";
import { clusterOf } from "@guildhall/people";
import { z } from "zod";
import { roleAt } from "../access/role-at.ts";
import { forYou } from "./docs-topics.ts";
import { mayNow, titleFor } from "./what-is-told.ts";

const by = { byPersonId: idSchema("person").nullable() };
const onDocument = z.object({ documentId: idSchema("document"), ...by });
const onSpace = z.object({ spaceId: idSchema("space"), ...by });

/** Somebody named the reader in what a document says. */
export const mentionedInDocument = defineNotice({
  kind: "docs.mentioned",
  topic: forYou,
  payload: onDocument,
  about: ({ documentId }) => ({ type: "document", id: documentId }),
  people: ({ byPersonId }) => [byPersonId],
  maySee: async (reader, { documentId }) =>
    (await mayNow(reader, documentId, "view")) && (await isNamed(reader, documentId)),
  collapse: ({ documentId }) => `docs.mentioned ${documentId}`,
  link: ({ documentId }) => ({ workspace: `docs/${documentId}`, portal: `docs/${documentId}` }),
  words: async (said) => ({
    title: m.comments_notice_named(
      { name: said.name(said.payload.byPersonId), title: await titleFor(said, said.payload.documentId) },
      { locale: said.locale },
    ),
    text: null,
  }),
});

/** Somebody let the reader into a document. */
export const documentShared = defineNotice({
  kind: "docs.document-shared",
  topic: forYou,
  payload: onDocument,
  about: ({ documentId }) => ({ type: "document", id: documentId }),
  people: ({ byPersonId }) => [byPersonId],
  maySee: (reader, { documentId }) => mayNow(reader, documentId, "view"),
  collapse: ({ documentId }) => `docs.document-shared ${documentId}`,
  link: ({ documentId }) => ({ workspace: `docs/${documentId}`, portal: `docs/${documentId}` }),
  words: async (said) => ({
    title: m.comments_notice_shared(
      { name: said.name(said.payload.byPersonId), title: await titleFor(said, said.payload.documentId) },
      { locale: said.locale },
    ),
    text: null,
  }),
});

/** Somebody let the reader into a whole space. */
export const spaceShared = defineNotice({
  kind: "docs.space-shared",
  topic: forYou,
  payload: onSpace,
  about: ({ spaceId }) => ({ type: "space", id: spaceId }),
  people: ({ byPersonId }) => [byPersonId],
  maySee: async (reader, { spaceId }) => (await spaceSeen(reader, spaceId)) !== null,
  collapse: ({ spaceId }) => `docs.space-shared ${spaceId}`,
  link: ({ spaceId }) => ({ workspace: `docs/spaces/${spaceId}`, portal: `docs/spaces/${spaceId}` }),
  words: async ({ payload, name, locale, reader }) => ({
    title: m.comments_notice_shared_space(
      { name: name(payload.byPersonId), title: (await spaceSeen(reader, payload.spaceId)) ?? "" },
      { locale },
    ),
    text: null,
  }),
});

async function isNamed(reader: Ctx, documentId: Id<"document">): Promise<boolean> {
  if (reader.actor.kind !== "person") return false;
  const mine = await clusterOf(reader, reader.actor.personId);
  const row = await reader.db
    .selectFrom("document_mention")
    .select("target_id")
    .where("document_id", "=", documentId)
    .where("target_type", "=", "person")
    .where("target_id", "in", mine)
    .executeTakeFirst();
  return row !== undefined;
}

/** What a space is called, for somebody who may see it; null for whoever may not. */
async function spaceSeen(reader: Ctx, spaceId: Id<"space">): Promise<string | null> {
  const row = await reader.db
    .selectFrom("space as s")
    .innerJoin("document_scope as o", (join) =>
      join.onRef("o.tenant_id", "=", "s.tenant_id").onRef("o.space_id", "=", "s.id").on("o.is_space", "=", true),
    )
    .select(["s.name", "o.id as scopeId"])
    .where("s.id", "=", spaceId)
    .where("s.removed_at", "is", null)
    .executeTakeFirst();
  return row && (await roleAt(reader, row.scopeId)) ? row.name : null;
}

import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { atLeast, documentJson, documentRoom, getDocument, listThreads, rememberVisit } from "@guildhall/docs";
import { colorOf, openRoom, readRoom } from "@guildhall/sync";
import { roomName } from "@guildhall/sync/client";
import { loadLiveParts } from "./live-blocks/load-live-parts.ts";

interface Asked {
  readonly documentId: Id<"document">;
  /** What the link that was followed carries. */
  readonly key: string | null;
  /** What a guest's browser is known by. */
  readonly secret?: string | null;
  readonly slug: string;
  /** Whoever reads, by the name of their record here. */
  readonly name: string | null;
}

/** A document with what stands in it and the room that it is written in, for whoever may see it. */
export async function loadDocument(ctx: Ctx, { documentId, key, secret = null, slug, name }: Asked) {
  const document = await getDocument(ctx, documentId, key);
  await rememberVisit(ctx, document.id);
  const { id, generation } = await openRoom(ctx, documentRoom, document.id);
  const { kind, schemaVersion } = documentRoom;
  const { doc } = await readRoom(ctx, id);
  const json = documentJson(doc);
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  return {
    document,
    json,
    live: await loadLiveParts(ctx, json),
    room: {
      name: roomName({ slug, kind, subjectId: document.id }),
      generation,
      schemaVersion,
      ...(key !== null && { key }),
    },
    conversation: atLeast(document.role, "comment") ? await listThreads(ctx, document.id, { key, secret }) : null,
    mayEdit: atLeast(document.role, "edit"),
    // Nobody has written in it since whoever reads put it down.
    isFresh:
      personId !== null &&
      document.createdBy === personId &&
      document.editedAt.getTime() === document.createdAt.getTime(),
    me: personId && { id: personId, name: name ?? "", color: colorOf(personId) },
  };
}

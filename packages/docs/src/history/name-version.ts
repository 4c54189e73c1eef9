import { conflict, type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import * as Y from "yjs";
import { documentPolicy } from "../access/document.policy.ts";
import { nameVersionInput, renameVersionInput, versionRefInput } from "./history.ts";
import { openHistory, readMoment } from "./open-history.ts";

/** Keeps a moment of a document under a name, for good. A moment has one name. */
export async function nameVersion(
  ctx: Ctx,
  input: unknown,
  key: string | null = null,
): Promise<Id<"document_version">> {
  const { documentId, seq, name } = nameVersionInput.parse(input);
  const history = await openHistory(ctx, documentId, key);
  if (seq === 0) throw notFound();
  const { doc, generation, at } = await readMoment(ctx, history, seq);
  const made = await ctx.db
    .insertInto("document_version")
    .values({
      tenant_id: ctx.tenant.id,
      document_id: documentId,
      name,
      generation,
      seq,
      state: stateOf(doc),
      at,
      named_by: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      named_at: ctx.clock.now(),
    })
    .onConflict((other) => other.columns(["tenant_id", "document_id", "seq"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) throw conflict("docs.moment-named", { name: "docs.moment-named" });
  await recordChange(ctx, { ...about(documentId, "document.version-named"), before: null, after: { name } });
  await appendFact(ctx, "docs.version-named", { documentId, versionId: made.id });
  return made.id;
}

/** As it reads, without what had been taken away by then. */
function stateOf(doc: Y.Doc): Buffer {
  const plain = new Y.Doc();
  Y.applyUpdate(plain, Y.encodeStateAsUpdate(doc));
  return Buffer.from(Y.encodeStateAsUpdate(plain));
}

/** Calls a moment something else. */
export async function renameVersion(ctx: Ctx, input: unknown, key: string | null = null): Promise<void> {
  const { documentId, versionId, name } = renameVersionInput.parse(input);
  await openHistory(ctx, documentId, key);
  const before = await findVersion(ctx, documentId, versionId);
  if (before.name === name) return;
  await ctx.db.updateTable("document_version").set({ name }).where("id", "=", versionId).execute();
  await recordChange(ctx, {
    ...about(documentId, "document.version-renamed"),
    before: { name: before.name },
    after: { name },
  });
  await appendFact(ctx, "docs.version-changed", { documentId, versionId });
}

/** Takes a moment's name away; the moment itself stays in the history. Somebody else's name, only who manages the document. */
export async function removeVersion(ctx: Ctx, input: unknown, key: string | null = null): Promise<void> {
  const { documentId, versionId } = versionRefInput.parse(input);
  const { document } = await openHistory(ctx, documentId, key);
  const { name, namedBy } = await findVersion(ctx, documentId, versionId);
  const isTheirs = ctx.actor.kind === "person" && ctx.actor.personId === namedBy;
  if (!isTheirs) documentPolicy.require(ctx.actor, "manage", document);
  await ctx.db.deleteFrom("document_version").where("id", "=", versionId).execute();
  await recordChange(ctx, { ...about(documentId, "document.version-removed"), before: { name }, after: null });
  await appendFact(ctx, "docs.version-changed", { documentId, versionId });
}

async function findVersion(ctx: Ctx, documentId: Id<"document">, versionId: Id<"document_version">) {
  const version = await ctx.db
    .selectFrom("document_version")
    .select(["name", "named_by as namedBy"])
    .where("id", "=", versionId)
    .where("document_id", "=", documentId)
    .forUpdate()
    .executeTakeFirst();
  if (!version) throw notFound();
  return version;
}

const about = (documentId: Id<"document">, action: string) => ({
  action,
  subjectType: "document",
  subjectId: documentId,
});

import { AppError, type Id, idSchema } from "@guildhall/core";
import type { Ctx, Database, Scope } from "@guildhall/db";
import { type FileStore, type ReceivedFile, receiveFile } from "@guildhall/files";
import { appendFact } from "@guildhall/jobs";
import { openRoom } from "@guildhall/sync";
import { keepFile, recordChanges } from "@guildhall/tenancy";
import { z } from "zod";
import { findPlace, rankAt } from "../documents/place.ts";
import { documentText } from "../editor/document-text.ts";
import { documentUpdate } from "../editor/document-update.ts";
import type { Cut } from "../editor/limits.ts";
import { documentRoom } from "../rooms/document-room.ts";
import { holdTrees } from "../spaces/hold-space.ts";
import { findKnown } from "./find-known.ts";
import { importLimits } from "./import-limits.ts";
import { type ReadSheet, readSheets } from "./read-sheets.ts";
import { type Here, settleForeign } from "./settle-foreign.ts";
import { type BroughtFile, tidyPath, unpackArchive } from "./unpack-archive.ts";

const importInput = z.object({
  spaceId: idSchema("space"),
  parentId: idSchema("document").nullish(),
});

export interface Importing {
  readonly database: Database;
  readonly scope: Scope;
  readonly store: FileStore;
  /** Of the hall: "https://hall.example/w/yuanshan". */
  readonly hall: string;
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
}

export interface Imported {
  /** Those that stand at the top of what came, in their order. */
  readonly top: readonly Id<"document">[];
  readonly documents: number;
  readonly files: number;
  /** What did not fit into documents. */
  readonly cuts: readonly Cut[];
}

/**
 * Puts Markdown and HTML files, and zips of them, down as documents under a document or at the top of a space: all of
 * them or, where anything is wrong with one, none. What stands in the hall already is not touched.
 */
export async function importFiles(importing: Importing, input: unknown): Promise<Imported> {
  const { spaceId, parentId = null } = importInput.parse(input);
  const { database, scope, store, hall } = importing;
  await database.withTenant(scope, (ctx) => findPlace(ctx, spaceId, parentId), { readOnly: true });
  const { sheets, kept } = readSheets(await broughtFiles(importing.files), hall);
  const received = new Map<string, { file: ReceivedFile; documentId: Id<"document"> }>();
  for (const [id, { name, bytes, documentId }] of kept) {
    const file = await receivedOrNull(store, scope.tenant.id, name, bytes);
    if (file) received.set(id, { file, documentId });
  }
  return database.withTenant(scope, async (ctx) => {
    const own = new Map<string, string>();
    for (const [id, { file, documentId }] of received)
      own.set(id, (await keepFile(ctx, file, { type: "document", id: documentId })).id);
    const knows = await findKnown(ctx, sheets);
    const here: Here = { knows, fileId: (id) => own.get(id) };
    await holdTrees(ctx, [spaceId]);
    for (const sheet of sheets) await putDown(ctx, spaceId, parentId, sheet, settleForeign(sheet.json, here));
    await recordChanges(
      ctx,
      sheets.map(({ id, name }) => ({
        action: "document.imported",
        subjectType: "document",
        subjectId: id,
        before: null,
        after: { title: name },
      })),
    );
    return {
      top: sheets.filter((sheet) => sheet.parentId === null).map(({ id }) => id),
      documents: sheets.length,
      files: own.size,
      cuts: sheets.flatMap(({ cuts }) => cuts),
    };
  });
}

async function broughtFiles(files: Importing["files"]): Promise<readonly BroughtFile[]> {
  const all: BroughtFile[] = [];
  for (const { name, bytes } of files) {
    if (bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004") all.push(...(await unpackArchive(bytes)));
    else {
      const path = tidyPath(name);
      if (path) all.push({ path, bytes });
    }
  }
  return all;
}

/** A picture that is none is left out; the words that stand around it are not. */
async function receivedOrNull(
  store: FileStore,
  tenantId: Id<"tenant">,
  name: string,
  bytes: Uint8Array,
): Promise<ReceivedFile | null> {
  try {
    return await receiveFile(store, tenantId, { content: bytes, name, limitBytes: importLimits.file });
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith("files.")) return null;
    throw error;
  }
}

async function putDown(
  ctx: Ctx,
  spaceId: Id<"space">,
  under: Id<"document"> | null,
  sheet: ReadSheet,
  json: ReadSheet["json"],
): Promise<void> {
  const parentId = sheet.parentId ?? under;
  const place = await findPlace(ctx, spaceId, parentId);
  const update = documentUpdate(json);
  const now = ctx.clock.now();
  const creator = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  await ctx.db
    .insertInto("document")
    .values({
      tenant_id: ctx.tenant.id,
      id: sheet.id,
      space_id: spaceId,
      parent_id: parentId,
      rank: await rankAt(ctx, place),
      scope_id: place.scopeId,
      title: documentText(json).title.slice(0, 300),
      created_by: creator,
      created_at: now,
      edited_by: creator,
      edited_at: now,
    })
    .execute();
  const room = await openRoom(ctx, { ...documentRoom, seed: async () => update }, sheet.id);
  // What it says and names is taken note of as if somebody had just written it.
  await ctx.db.updateTable("sync_room").set({ settle_due: true }).where("id", "=", room.id).execute();
  await appendFact(ctx, "docs.document-created", { documentId: sheet.id });
}

import type { Id } from "@guildhall/core";
import type { Ctx, Database, Scope } from "@guildhall/db";
import type { FileStore, ReceivedFile } from "@guildhall/files";
import { keepFile } from "@guildhall/tenancy";
import { listFields } from "../../../fields/field.queries.ts";
import { mostFields } from "../../../fields/field-input.ts";
import { peoplePolicy } from "../../../people/person.policy.ts";
import type { Proposal } from "../../mapping/proposal.ts";
import { nextId } from "../plan/ids.ts";
import { type Inspected, inspectFile, proposeFor, sourceOf } from "./inspect-file.ts";
import { fingerprintOf, recall } from "./memory.ts";
import { listPersonFields } from "./person-fields.ts";

export interface ImportHouse {
  readonly database: Database;
  readonly files: Pick<FileStore, "get" | "delete">;
}

export function requireMayImport(ctx: Ctx): void {
  peoplePolicy.require(ctx.actor, "import", null);
}

/**
 * Takes a received file in as the draft of an import: how it is made, and where its columns would go. What cannot be
 * read is refused with its reason, and its bytes are let go.
 */
export async function startImport(
  { database, files }: ImportHouse,
  scope: Scope,
  received: ReceivedFile,
): Promise<Id<"import_run">> {
  try {
    const inspected = await inspectFile(sourceOf(files, received.storageKey), {});
    return await database.withTenant(scope, async (ctx) => {
      requireMayImport(ctx);
      return insertDraft(ctx, received, inspected);
    });
  } catch (error) {
    await files.delete(received.storageKey);
    throw error;
  }
}

async function insertDraft(ctx: Ctx, received: ReceivedFile, inspected: Inspected): Promise<Id<"import_run">> {
  if (ctx.actor.kind !== "person") throw new Error("Files are brought by people.");
  const id = nextId<"import_run">();
  const file = await keepFile(ctx, received, { type: "import_run", id });
  await ctx.db
    .insertInto("import_run")
    .values({
      tenant_id: ctx.tenant.id,
      id,
      file_id: file.id,
      file_name: file.name,
      file_size: file.size,
      created_by_person_id: ctx.actor.personId,
      created_by_user_id: ctx.actor.userId,
      created_at: ctx.clock.now(),
      ...(await layoutColumns(ctx, inspected)),
    })
    .execute();
  return id;
}

/** What a run keeps of how its file is made, and of the proposal that comes of it. */
export async function layoutColumns(ctx: Ctx, inspected: Inspected) {
  const { layout } = inspected;
  const customFields = await listPersonFields(ctx);
  const fingerprint = fingerprintOf(layout.columns);
  const remembered = await recall(ctx, fingerprint, customFields);
  const room = mostFields - (await listFields(ctx, "person", { archived: true })).length;
  const proposal = proposeFor(ctx, inspected, { customFields, remembered, room });
  return { layout: JSON.stringify(layout), fingerprint, ...proposalColumns(proposal) };
}

function proposalColumns({ preset, columns, mapping }: Proposal) {
  return {
    source: `import:${preset ?? "file"}`,
    proposal: JSON.stringify({ preset, columns }),
    mapping: JSON.stringify(mapping),
    preview: null,
  };
}

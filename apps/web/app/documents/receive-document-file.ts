import type { Id } from "@guildhall/core";
import { httpStatus, invalid } from "@guildhall/core";
import type { Scope } from "@guildhall/db";
import { addDocumentFile, requireMayWrite } from "@guildhall/docs";
import type { House } from "../server/house.ts";
import { isAppError } from "../server/route-answer.ts";
import { takeUpload } from "../server/take-upload.ts";

interface Posted {
  readonly scope: Scope;
  readonly house: House;
  readonly request: Request;
  readonly documentId: Id<"document">;
  readonly key: string | null;
}

const largest = 25_000_000;

/** Stores what somebody put into a document, and says under which id it is found; or why it was not taken, to be worded there. */
export async function receiveDocumentFile(posted: Posted): Promise<Response> {
  try {
    return await receive(posted);
  } catch (error) {
    // A script asked, and reads JSON.
    if (isAppError(error))
      return Response.json({ code: error.code, params: error.params }, { status: httpStatus[error.kind] });
    throw error;
  }
}

async function receive({ scope, house, request, documentId, key }: Posted): Promise<Response> {
  // Before the first byte is taken.
  await house.database.withTenant(scope, (ctx) => requireMayWrite(ctx, documentId, key), { readOnly: true });
  const { received, refusal } = await takeUpload(request, {
    store: house.files,
    tenantId: scope.tenant.id,
    field: "file",
    limitBytes: largest,
  });
  if (refusal) throw refusal;
  if (!received) throw invalid("files.missing", { file: "files.missing" });
  const file = await house.database.withTenant(scope, (ctx) => addDocumentFile(ctx, documentId, received, key));
  const { id, name, width, height } = file;
  return Response.json({ fileId: id, name, width, height });
}

import { type Id, idSchema, lineSchema } from "@guildhall/core";
import { z } from "zod";

/** Whoever wrote in a document. A person without a name was forgotten: what they wrote stays, and is nobody's. */
export interface HistoryWriter {
  /** Their number in the document. */
  readonly nth: number;
  readonly kind: "person" | "guest" | "house";
  readonly personId: Id<"person"> | null;
  readonly name: string | null;
}

/** A line of a document's history: a session of somebody's writing, or a moment that has a name. */
export interface HistoryLine {
  readonly is: "session" | "version";
  readonly id: Id<"document_session"> | Id<"document_version">;
  /** The change after which the document stood as it did at the end of it. */
  readonly seq: number;
  /** The change before it began. */
  readonly since: number;
  readonly startedAt: Date;
  readonly at: Date;
  readonly writer: number | null;
  readonly lettersAdded: number;
  readonly lettersRemoved: number;
  /** The moment that the document was made into again, where that is what was done. */
  readonly restoredSeq: number | null;
  readonly name: string | null;
}

/** A moment that has a name. */
export interface DocumentVersion {
  readonly id: Id<"document_version">;
  readonly name: string;
  readonly seq: number;
  readonly at: Date;
  readonly namedBy: Id<"person"> | null;
}

const documentId = idSchema("document");
const versionId = idSchema("document_version");
/** The number of a change, as it stands in an address. */
export const momentSchema = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const name = lineSchema(120);

const momentInput = z.object({ documentId, seq: momentSchema });
export const restoreMomentInput = momentInput.extend({ base: momentSchema.optional() });
export const nameVersionInput = momentInput.extend({ name });
export const renameVersionInput = z.object({ documentId, versionId, name });
export const versionRefInput = z.object({ documentId, versionId });

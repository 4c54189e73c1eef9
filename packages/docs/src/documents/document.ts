import { type Id, idSchema, lineSchema } from "@guildhall/core";
import { z } from "zod";
import type { DocumentRole } from "../access/document-role.ts";

/** A document as a line of a tree or a list. */
export interface DocumentLine {
  readonly id: Id<"document">;
  readonly spaceId: Id<"space">;
  readonly parentId: Id<"document"> | null;
  /** Empty while it has none. */
  readonly title: string;
  readonly icon: string | null;
  readonly role: DocumentRole;
  readonly editedAt: Date;
}

/** A line of the tree, as far as its reader may see. */
export interface TreeLine extends DocumentLine {
  /** Whether something that they may see stands below it. */
  readonly hasChildren: boolean;
}

/** A line of the tree with what keeps it in its order. */
export interface TreePlace extends TreeLine {
  readonly rank: string;
}

/** Where lines of the tree stand: under a document, or at the top of a space. */
export interface BranchPlace {
  readonly spaceId: Id<"space">;
  readonly parentId: Id<"document"> | null;
}

/** A page of what stands in one place, with cursors where there is more of it. */
export interface Branch {
  readonly rows: readonly TreePlace[];
  readonly previous: string | null;
  readonly next: string | null;
}

/** A document with where it stands. */
export interface Document extends DocumentLine {
  readonly spaceName: string;
  /** From the top down, those that the reader may see. */
  readonly path: readonly Pick<DocumentLine, "id" | "title" | "icon">[];
  readonly createdAt: Date;
  readonly createdBy: Id<"person"> | null;
  readonly editedBy: Id<"person"> | null;
  readonly favourite: boolean;
}

/** Below this, nothing more is put: a tree is to be seen through. */
export const deepest = 30;

const documentId = idSchema("document");
const place = {
  spaceId: idSchema("space"),
  /** Under this one; at the top of the space without. */
  parentId: documentId.nullish(),
};
export const createDocumentInput = z.object({
  ...place,
  title: lineSchema(300).optional(),
  template: z.string().max(40).optional(),
});
export const moveDocumentInput = z.object({
  documentId,
  ...place,
  /** Right before this one of its new siblings; last of them without. */
  beforeId: documentId.nullish(),
});
export const documentIconInput = z.object({
  documentId,
  icon: lineSchema(16)
    .refine((icon) => [...new Intl.Segmenter().segment(icon)].length === 1, { error: "docs.icon-one" })
    .nullish(),
});
export const documentRefInput = z.object({ documentId });

import { type Id, idSchema, lineSchema } from "@guildhall/core";
import { z } from "zod";
import type { DocumentRole } from "../access/document-role.ts";

/** A shelf of documents, as somebody sees it who may. */
export interface Space {
  readonly id: Id<"space">;
  readonly name: string;
  readonly purpose: string | null;
  readonly icon: string | null;
  /** What the reader may do here; null for somebody who may only see some of the documents in it. */
  readonly role: DocumentRole | null;
}

/** Who may write in a new space, besides whoever puts it up. */
export const spaceDoors = ["staff", "members", "me"] as const;

const spaceFields = {
  name: lineSchema(120),
  purpose: lineSchema(400).optional(),
  icon: lineSchema(16).optional(),
};
export const createSpaceInput = z.object({ ...spaceFields, open: z.enum(spaceDoors) });
export const changeSpaceInput = z.object({ spaceId: idSchema("space"), ...spaceFields });
export const spaceRefInput = z.object({ spaceId: idSchema("space") });

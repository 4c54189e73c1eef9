import { type Id, idSchema, lineSchema } from "@guildhall/core";
import { z } from "zod";
import { type DocumentRole, documentRoles } from "../access/document-role.ts";

/** Who holds a grant. */
export type Grantee =
  | { readonly kind: "audience"; readonly audienceId: Id<"audience">; readonly name: string; readonly isRole: boolean }
  | { readonly kind: "person"; readonly personId: Id<"person">; readonly name: string }
  | { readonly kind: "members" }
  | { readonly kind: "link"; readonly key: string };

/** What somebody was granted, and where: on the document itself, on one above it, or on its space. */
export interface Grant {
  readonly id: Id<"document_grant">;
  readonly grantee: Grantee;
  readonly role: DocumentRole;
  readonly expiresAt: Date | null;
  readonly from: GrantedAt;
}

export type GrantedAt =
  | { readonly kind: "here" }
  | { readonly kind: "document"; readonly documentId: Id<"document">; readonly title: string }
  | { readonly kind: "space"; readonly spaceId: Id<"space">; readonly name: string };

/** A document, or a whole space. */
const sharedThing = z.union([z.object({ documentId: idSchema("document") }), z.object({ spaceId: idSchema("space") })]);
export type SharedThing = z.infer<typeof sharedThing>;

const role = z.enum(documentRoles);
const expiresAt = z.date().nullish();
export const granteeInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("audience"), audienceId: idSchema("audience") }),
  z.object({ kind: z.literal("person"), personId: idSchema("person") }),
  z.object({ kind: z.literal("members") }),
]);
export const grantInput = z.object({ on: sharedThing, grantee: granteeInput, role, expiresAt });
/** An address as people write it; it is kept and compared in lower case. */
export const guestEmail = z
  .string({ error: "people.email-malformed" })
  .trim()
  .toLowerCase()
  .max(254, { error: "people.email-malformed" })
  .pipe(z.email({ error: "people.email-malformed" }));
export const guestInput = z.object({
  on: sharedThing,
  email: guestEmail,
  /** What they are called, where nobody here knows it yet. */
  fullName: lineSchema(200).nullish(),
  role,
  expiresAt,
});
export const linkInput = z.object({ on: sharedThing, role: z.enum(["view", "comment", "edit"]), expiresAt });
export const changeGrantInput = z.object({ grantId: idSchema("document_grant"), role, expiresAt });
export const grantRefInput = z.object({ grantId: idSchema("document_grant") });
export const inheritInput = z.object({ documentId: idSchema("document"), inherits: z.boolean() });

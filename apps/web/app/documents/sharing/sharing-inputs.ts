import { idSchema, lineSchema } from "@guildhall/core";
import { documentRoles, guestEmail } from "@guildhall/docs/schemas";
import { z } from "zod";

const role = z.enum(documentRoles);
/** The last day it holds, as somebody writes it. */
const until = z.iso.date({ error: "docs.day-malformed" }).optional();

export const sharePersonInput = z.object({
  personId: z.string({ error: "people.nobody-chosen" }).pipe(idSchema("person")),
  role,
  until,
});
export const shareMailInput = z.object({ email: guestEmail, fullName: lineSchema(200).optional(), role, until });
export const shareGroupInput = z.object({
  /** An audience's id, or `members`. */
  group: z.union([z.literal("members"), idSchema("audience")], { error: "docs.nobody-chosen" }),
  role,
  until,
});
export const shareLinkInput = z.object({ role: z.enum(["view", "comment", "edit"]), until });
export const changeGrantForm = z.object({ grantId: idSchema("document_grant"), role, until });
export const revokeForm = z.object({ grantId: idSchema("document_grant") });
export const inheritForm = z.object({ inherits: z.enum(["yes", "no"]) });

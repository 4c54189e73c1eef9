import { type Id, idSchema, lineSchema } from "@guildhall/core";
import { z } from "zod";

export type AudienceKind = "list" | "role" | "segment" | "group" | "attendees";

/** A named set of people. */
export interface Audience {
  readonly id: Id<"audience">;
  readonly kind: AudienceKind;
  /** Of a role its key ("owner", "all-staff"), which the page puts into words. */
  readonly name: string;
  readonly updatedAt: Date;
}

export interface AudienceMember {
  readonly personId: Id<"person">;
  readonly fullName: string;
  readonly email: string | null;
  readonly avatarFileId: Id<"file"> | null;
  readonly addedAt: Date;
}

/** Everybody on the staff, whatever their role. */
export const allStaff = "all-staff";

const mostAtOnce = 10_000;

const nameSchema = lineSchema(120);
export const createListInput = z.object({ name: nameSchema });
export const renameListInput = z.object({ audienceId: idSchema("audience"), name: nameSchema });
export const listRefInput = z.object({ audienceId: idSchema("audience") });
export const audienceMembersInput = z.object({
  audienceId: idSchema("audience"),
  personIds: z
    .array(idSchema("person"))
    .min(1, { error: "people.nobody-chosen" })
    .max(mostAtOnce, { error: `people.audience-too-many?most=${mostAtOnce}` }),
});

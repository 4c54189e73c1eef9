import { type Id, idSchema } from "@guildhall/core";
import { z } from "zod";

export const relationshipKinds = ["follows", "refers", "knows", "reports-to", "partner-of"] as const;
export type RelationshipKind = (typeof relationshipKinds)[number];

const tie = z.object({
  fromPersonId: idSchema("person"),
  kind: z.enum(relationshipKinds),
  toPersonId: z.uuid({ error: "people.relationship-nobody" }).pipe(idSchema("person")),
});

export const relateInput = tie.extend({
  /** Since when, where that is known; otherwise since now. */
  since: z.coerce.date().nullable().default(null),
});
export const unrelateInput = tie;

/** One tie of a person, seen from them. Mutual where both point. */
export interface Relationship {
  readonly kind: RelationshipKind;
  readonly direction: "to" | "from" | "mutual";
  readonly person: { readonly id: Id<"person">; readonly fullName: string; readonly avatarFileId: Id<"file"> | null };
  readonly since: Date;
  readonly source: string;
}

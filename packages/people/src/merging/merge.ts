import { type Id, idSchema } from "@guildhall/core";
import { z } from "zod";
import type { IdentityKind } from "../identities/identity.ts";

/**
 * What of two records can only be one thing, so that merging has to choose. Names go together; tags are joined; of
 * addresses and numbers all stay, and the one to use is chosen.
 */
export const mergeColumns = ["name", "email", "phone", "stage", "owner", "locale", "timeZone", "picture"] as const;
export type MergeColumn = (typeof mergeColumns)[number];

const choice = z.enum(["kept", "merged"]);
export type MergeChoice = z.output<typeof choice>;

export const mergePeopleInput = z
  .object({
    keptId: idSchema("person"),
    mergedId: idSchema("person"),
    /** By column, or "field:ID" for one of the hall's own. What is not chosen is the kept record's, or where that has none, the other's. */
    choices: z.record(z.union([z.enum(mergeColumns), z.string().regex(/^field:[0-9a-f-]{36}$/)]), choice).default({}),
  })
  .refine(({ keptId, mergedId }) => keptId !== mergedId, { error: "people.merge-same" });

export const unmergePeopleInput = z.object({ mergedId: idSchema("person") });

/** One thing that the two records have, and which of them the result takes. */
export interface MergeDifference {
  readonly column: string;
  readonly kept: unknown;
  readonly merged: unknown;
  readonly takes: MergeChoice;
}

/** One of two records as it stands before. */
export interface MergeSide {
  readonly id: Id<"person">;
  readonly fullName: string;
  readonly avatarFileId: Id<"file"> | null;
  readonly createdAt: Date;
  readonly role: string | null;
  /** How many accounts sign in as this one. */
  readonly logins: number;
  /** Every way to reach them, of the records merged into it too. */
  readonly identities: readonly { readonly kind: IdentityKind; readonly value: string }[];
}

/** What merging would come to. */
export interface MergePreview {
  /** The record that would stay: the one of the staff, whichever was asked for. */
  readonly keptId: Id<"person">;
  readonly mergedId: Id<"person">;
  readonly kept: MergeSide;
  readonly merged: MergeSide;
  /** Why it cannot be done, as a stable code. */
  readonly refusal: "people.merge-two-staff" | "people.merge-of-staff" | null;
  readonly differences: readonly MergeDifference[];
  /** What people and companies among the values are called, by their ids. */
  readonly names: Readonly<Record<string, string>>;
  /** What becomes the kept record's beside its own. */
  readonly gains: MergeGains;
}

/** What belongs to a record, and is seen with the one that it is a part of. */
export interface MergeGains {
  readonly identities: number;
  readonly relationships: number;
  readonly positions: number;
  readonly logins: number;
  readonly tags: number;
  readonly audiences: number;
  /** Lines of the timeline, counted up to ten thousand. */
  readonly timeline: number;
}

import { type Id, idSchema } from "@guildhall/core";
import { z } from "zod";

/** What of two records can only be one thing, so that merging has to choose. Names go together; tags are joined. */
export const mergeColumns = ["name", "stage", "owner", "locale", "timeZone", "picture"] as const;
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

/** What merging would come to. */
export interface MergePreview {
  readonly keptId: Id<"person">;
  readonly mergedId: Id<"person">;
  readonly differences: readonly MergeDifference[];
  /** What becomes the kept record's beside its own. */
  readonly gains: {
    readonly identities: number;
    readonly relationships: number;
    readonly positions: number;
    readonly logins: number;
    readonly tags: number;
  };
}

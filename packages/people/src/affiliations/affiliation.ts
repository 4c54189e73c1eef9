import { type Id, idSchema, lineSchema } from "@guildhall/core";
import { z } from "zod";

/** Somebody's place in a company, and when it was theirs. */
export interface Affiliation {
  readonly id: Id<"affiliation">;
  readonly company: { readonly id: Id<"company">; readonly name: string };
  readonly title: string | null;
  /** Days, "2026-03-02". */
  readonly since: string | null;
  readonly until: string | null;
  readonly preferred: boolean;
  /** "by-hand", "domain" (by their address), "import:…". */
  readonly source: string;
}

/** What is left empty is not there. Takes its own output again. */
const orNothing = <Output>(schema: z.ZodType<Output, string>) =>
  z
    .string()
    .nullable()
    .transform((text) => (text?.trim() ? text : null))
    .pipe(schema.nullable());

const daySchema = z.iso
  .date({ error: "people.field-date-malformed" })
  .refine((day) => day >= "0001-01-01", { error: "people.field-date-malformed" });

const shape = {
  title: orNothing(lineSchema(120)),
  since: orNothing(daySchema),
  until: orNothing(daySchema),
};

const inOrder = ({ since, until }: { since?: string | null | undefined; until?: string | null | undefined }) =>
  !since || !until || since <= until;
const outOfOrder = { error: "people.position-ends-first", path: ["until"] };

export const addAffiliationInput = z
  .object({
    personId: idSchema("person"),
    companyId: z.string({ error: "people.company-missing" }).pipe(idSchema("company")),
    title: shape.title.default(null),
    since: shape.since.default(null),
    until: shape.until.default(null),
    preferred: z.boolean().default(false),
  })
  .refine(inOrder, outOfOrder);

export const editAffiliationInput = z
  .object({
    affiliationId: idSchema("affiliation"),
    title: shape.title.optional(),
    since: shape.since.optional(),
    /** Null: theirs again. */
    until: shape.until.optional(),
  })
  .refine(inOrder, outOfOrder);

export const endAffiliationInput = z.object({
  affiliationId: idSchema("affiliation"),
  /** Today, unless said. */
  until: shape.until.default(null),
});

export const affiliationRefInput = z.object({ affiliationId: idSchema("affiliation") });

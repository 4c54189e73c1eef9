import { phoneSchema } from "@guildhall/auth/schemas";
import { type Id, idSchema, lineSchema, localeSchema } from "@guildhall/core";
import { timeZoneSchema } from "@guildhall/tenancy/schemas";
import { z } from "zod";
import { fieldIdSchema } from "../fields/field.ts";
import { emailIdentitySchema } from "../identities/identity.ts";

/** A person as lists show them. */
export interface PersonSummary {
  readonly id: Id<"person">;
  readonly fullName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: string | null;
  readonly avatarFileId: Id<"file"> | null;
  readonly createdAt: Date;
}

/** How far somebody has come with the house; none is chosen for them. */
export const stages = ["lead", "prospect", "customer", "partner", "past"] as const;
export type Stage = (typeof stages)[number];
export const stageSchema = z.enum(stages);

/** A name as it is written, in any script. */
export const fullNameSchema = lineSchema(200, { empty: "people.name-missing" });

/** What is left empty is not there. Takes its own output again, since a form and then the command parse the same thing. */
const orNothing = <Output>(schema: z.ZodType<Output, string>) =>
  z
    .string()
    .trim()
    .nullable()
    .transform((text) => text || null)
    .pipe(schema.nullable());

const partOfName = lineSchema(100);

/** Values of the hall's own fields by id; null takes a value away. What each may be its field says. */
export const fieldChangesSchema = z.record(fieldIdSchema, z.json());

/** What can be changed of a person: each by itself, as a cell of the grid does, or all at once, as the form does. */
export const personChangesSchema = z
  .object({
    fullName: fullNameSchema,
    familyName: orNothing(partOfName),
    givenName: orNothing(partOfName),
    stage: orNothing(stageSchema),
    ownerPersonId: orNothing(idSchema("person")),
    locale: orNothing(localeSchema),
    timeZone: orNothing(timeZoneSchema),
    fields: fieldChangesSchema,
  })
  .partial();
export type PersonChanges = z.output<typeof personChangesSchema>;

export const editPersonInput = z.object({
  personId: idSchema("person"),
  changes: personChangesSchema,
  /** What stood there when the change was made, for the fields where that matters; somebody else's change since is a conflict. */
  expected: personChangesSchema.optional(),
});

/** Names of tags; what is wrong with one is told beside the field that holds them all. */
const namesSchema = z
  .array(z.string())
  .max(100)
  .transform((names, context) =>
    names.flatMap((name) => {
      const line = lineSchema(60).safeParse(name);
      if (line.success) return [line.data];
      context.issues.push({
        code: "custom",
        message: line.error.issues[0]?.message ?? "core.text-control",
        input: names,
      });
      return [];
    }),
  );

export const createPersonInput = z.object({
  fullName: fullNameSchema,
  email: orNothing(emailIdentitySchema).default(null),
  phone: orNothing(phoneSchema).default(null),
  familyName: orNothing(partOfName).default(null),
  givenName: orNothing(partOfName).default(null),
  stage: orNothing(stageSchema).default(null),
  ownerPersonId: orNothing(idSchema("person")).default(null),
  locale: orNothing(localeSchema).default(null),
  timeZone: orNothing(timeZoneSchema).default(null),
  /** By name; those that the hall has not yet are made. */
  tags: namesSchema.default([]),
  fields: fieldChangesSchema.default({}),
});

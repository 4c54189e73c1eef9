import { lineSchema } from "@guildhall/core";
import { z } from "zod";
import { type FieldOption, fieldIdSchema, fieldSubjects, fieldTypes, memberRights, tones } from "./field.ts";
import { isCurrency } from "./read-money.ts";
import { fold } from "./read-options.ts";

/** As many as a kind of record can have, those that were put away among them. */
export const mostFields = 200;
export const mostOptions = 200;

/** What is left empty is not there. Takes its own output again. */
const orNothing = <Output>(schema: z.ZodType<Output, string>) =>
  z
    .string()
    .nullable()
    .transform((text) => (text?.trim() ? text : null))
    .pipe(schema.nullable())
    .default(null);

/** One answer as it is written in a form: without an id it is new, without id and name it is an empty line. */
const optionDraft = z.object({
  id: orNothing(z.string().regex(/^[a-z0-9]{1,24}$/)),
  name: orNothing(lineSchema(80)),
  tone: z.enum(tones).default("neutral"),
  archived: z.boolean().default(false),
});
export type OptionDraft = z.output<typeof optionDraft>;

const optionsSchema = z
  .array(optionDraft)
  .max(mostOptions, { error: `people.field-options-many?most=${mostOptions}` })
  .default([])
  .superRefine((drafts, context) => {
    const seen = new Set<string>();
    for (const [index, { id, name }] of drafts.entries()) {
      const wrong =
        name === null ? id !== null && "core.text-empty" : seen.has(fold(name)) && "people.field-option-twice";
      if (wrong) context.addIssue({ code: "custom", message: wrong, path: [index, "name"] });
      if (name !== null) seen.add(fold(name));
    }
  });

/** The options as they are kept; empty lines are none. `makeId` names the new ones. */
export function optionsOf(drafts: readonly OptionDraft[], makeId: () => string): FieldOption[] {
  return drafts.flatMap(({ id, name, tone, archived }) =>
    name === null ? [] : [{ id: id ?? makeId(), name, tone, ...(archived && { archived: true as const }) }],
  );
}

const shared = {
  name: lineSchema(80),
  hint: orNothing(lineSchema(200)),
  required: z.boolean().default(false),
  options: optionsSchema,
  currency: orNothing(z.string().trim().toUpperCase().refine(isCurrency, { error: "people.field-currency-unknown" })),
  decimals: z.int().min(0).max(6).nullable().default(null),
  /** Of a field that members can be let near; of any other it says nothing. */
  memberMay: z.enum(memberRights).default("nothing"),
};

export const defineFieldInput = z
  .object({
    ...shared,
    subject: z.enum(fieldSubjects),
    type: z.enum(fieldTypes, { error: "people.field-type-missing" }),
    target: z.enum(["person", "company"]).default("person"),
  })
  .superRefine(({ type, options, currency }, context) => {
    if (type === "money" && currency === null)
      context.addIssue({ code: "custom", message: "people.field-currency-unclear", path: ["currency"] });
    if (isChoice(type) && options.every(({ name }) => name === null))
      context.addIssue({ code: "custom", message: "people.field-options-missing", path: ["options"] });
  });

export const editFieldInput = z.object({ ...shared, fieldId: fieldIdSchema });

/** Before which field it goes; at the end without one. */
export const moveFieldInput = z.object({
  fieldId: fieldIdSchema,
  beforeId: orNothing(fieldIdSchema),
});

export const fieldRefInput = z.object({ fieldId: fieldIdSchema });

export function isChoice(type: string): boolean {
  return type === "select" || type === "multi-select";
}

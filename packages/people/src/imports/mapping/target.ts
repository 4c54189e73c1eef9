import { z } from "zod";

/** The types a custom field may have. */
export const fieldTypes = [
  "text",
  "long-text",
  "number",
  "money",
  "date",
  "date-time",
  "boolean",
  "select",
  "multi-select",
  "url",
  "email",
  "phone",
  "relation",
] as const;
export const fieldTypeSchema = z.enum(fieldTypes);
export type ImportFieldType = z.infer<typeof fieldTypeSchema>;

/** What every person has, so that a column may be it without further ado. Several columns may be one of `many`. */
export const personTargets = [
  "skip",
  "full-name",
  "family-name",
  "given-name",
  "email",
  "phone",
  "company",
  "job-title",
  "tags",
  "stage",
  "owner",
  "language",
  "time-zone",
  "note",
  "since",
  "email-consent",
  "email-consent-ended",
  "sms-consent",
] as const;
export type PersonTarget = (typeof personTargets)[number];

const provider = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const name = z.string().min(1).max(200);

/** Where a column goes. */
export const targetSchema = z.discriminatedUnion("to", [
  z.object({ to: z.enum(personTargets) }),
  z.object({ to: z.literal("handle"), provider }),
  z.object({ to: z.literal("external-id"), provider }),
  z.object({ to: z.literal("field"), fieldId: z.string().min(1).max(100), type: fieldTypeSchema }),
  z.object({ to: z.literal("new-field"), name, type: fieldTypeSchema }),
]);
export type Target = z.infer<typeof targetSchema>;

const many: ReadonlySet<string> = new Set(["skip", "email", "phone", "tags", "note", "handle", "external-id"]);

/** Whether only one column can go there. */
export function isSingle(target: Target): boolean {
  return target.to !== "new-field" && !many.has(target.to);
}

export const dateOrders = ["ymd", "dmy", "mdy"] as const;
export const dateOrderSchema = z.enum(dateOrders);
export type DateOrder = z.infer<typeof dateOrderSchema>;

/** Which mark parts the whole from its fraction; grouping is whatever else stands between digits. */
export const decimalMarks = [".", ","] as const;
export const decimalMarkSchema = z.enum(decimalMarks);
export type DecimalMark = z.infer<typeof decimalMarkSchema>;

/** One column of the file and how its cells are read. */
export const columnMappingSchema = z.object({
  /** From 0. */
  column: z.int().min(0).max(16_383),
  target: targetSchema,
  /** How dates with digits alone are written; without it, only those that read one way are taken. */
  dateOrder: dateOrderSchema.optional(),
  decimalMark: decimalMarkSchema.optional(),
  /** For amounts that name no currency themselves. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** Everything that decides what a row means, apart from the row; kept with the import so that a rerun reads the same. */
export const mappingSchema = z.object({
  columns: z.array(columnMappingSchema).max(16_384),
  /** ISO 3166 code by which numbers without a country are read; null: only international ones count. */
  defaultCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  /** A column that names the country of each row's phone numbers; it may have a target of its own besides. */
  countryColumn: z.int().min(0).max(16_383).nullable(),
  /** IANA zone of times that name none. */
  timeZone: z.string().min(1).max(64),
  /** For amounts whose column names no currency either. */
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type Mapping = z.infer<typeof mappingSchema>;

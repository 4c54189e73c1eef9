import { type Id, idSchema, lineSchema } from "@guildhall/core";
import type { ColumnKind } from "@guildhall/core/grid";
import { z } from "zod";

/** The kinds of records that a hall can make fields for. */
export const fieldSubjects = ["person", "company", "deal", "order", "attendee"] as const;
export type FieldSubject = (typeof fieldSubjects)[number];

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
export type FieldType = (typeof fieldTypes)[number];

/** What a field is to a grid: how its column is filtered, sorted and shown. */
export const columnKindOf: Readonly<Record<FieldType, ColumnKind>> = {
  text: "text",
  "long-text": "text",
  number: "number",
  money: "money",
  date: "date",
  "date-time": "instant",
  boolean: "boolean",
  select: "choice",
  "multi-select": "choices",
  url: "text",
  email: "text",
  phone: "text",
  relation: "record",
};

export const tones = ["neutral", "seal", "jade", "ochre", "indigo"] as const;
export type Tone = (typeof tones)[number];

/** One answer of a select. Its id is what is stored, so it can be renamed. */
export const optionSchema = z.object({
  id: z.string().regex(/^[a-z0-9]{1,24}$/),
  name: lineSchema(80),
  tone: z.enum(tones).default("neutral"),
  /** Not offered any more; records that have it keep it. */
  archived: z.literal(true).optional(),
});
export type FieldOption = z.output<typeof optionSchema>;

/** What whoever a record is about may do with one of its fields. */
export const memberRights = ["nothing", "see", "correct"] as const;
export type MemberRight = (typeof memberRights)[number];

/** Whether members can be let near a field at all: a relation leads to other people's records, which are not theirs. */
export function isForMembers({ subject, type }: Pick<Field, "subject" | "type">): boolean {
  return subject === "person" && type !== "relation";
}

export const fieldSettingsSchema = z.object({
  /** Of money: the currency that is offered first. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** Of a number: how many decimals are shown, 0 to 6. */
  decimals: z.int().min(0).max(6).optional(),
  /** Of a relation: what it leads to. */
  target: z.enum(["person", "company"]).optional(),
  /** Of a person's field: what its owner may do with it in the portal; nothing unless said. */
  memberMay: z.enum(memberRights).optional(),
});
export type FieldSettings = z.output<typeof fieldSettingsSchema>;

/** A field that a hall made for itself. */
export interface Field {
  readonly id: Id<"field">;
  readonly subject: FieldSubject;
  /** Its name for the API and for imports; never changes. */
  readonly key: string;
  readonly name: string;
  readonly type: FieldType;
  readonly options: readonly FieldOption[];
  readonly settings: FieldSettings;
  readonly hint: string | null;
  readonly required: boolean;
  readonly position: number;
  readonly archived: boolean;
}

/**
 * A stored value, by type: text, long-text, url, email, phone: a string; number: a number; money: {amount, currency} in
 * the smallest unit; date: "2026-03-02"; date-time: "2026-03-02T09:00:00.000Z"; boolean: true or false; select: the
 * option's id; multi-select: the options' ids; relation: the record's id. A record without a value has no key at all.
 */
export type FieldValue = string | number | boolean | readonly string[] | { amount: number; currency: string };

/** The values of a record, by field. */
export type FieldValues = Readonly<Record<Id<"field">, FieldValue>>;

export const fieldIdSchema = idSchema("field");

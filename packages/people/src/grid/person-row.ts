import type { Id } from "@guildhall/core";
import type { FieldValues, Tone } from "../fields/field.ts";
import type { Stage } from "../people/person.ts";

export interface TagChip {
  readonly id: Id<"tag">;
  readonly name: string;
  readonly tone: Tone;
}

export interface NamedRecord<Table extends string> {
  readonly id: Id<Table>;
  readonly name: string;
}

/** The names of the records that a row's relations lead to, by id; one that is gone is not there. */
export type RecordNames = Readonly<Record<string, string>>;

/** A person as the grid shows them. */
export interface PersonRow {
  readonly id: Id<"person">;
  readonly fullName: string;
  readonly avatarFileId: Id<"file"> | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly company: NamedRecord<"company"> | null;
  readonly jobTitle: string | null;
  readonly stage: Stage | null;
  readonly tags: readonly TagChip[];
  readonly owner: NamedRecord<"person"> | null;
  readonly source: string;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly role: string | null;
  /** Whether they have a login. */
  readonly member: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lastActivityAt: Date | null;
  readonly fields: FieldValues;
  readonly records: RecordNames;
}

/** A company as the grid shows it. */
export interface CompanyRow {
  readonly id: Id<"company">;
  readonly name: string;
  readonly domains: readonly string[];
  readonly parent: NamedRecord<"company"> | null;
  readonly owner: NamedRecord<"person"> | null;
  readonly tags: readonly TagChip[];
  /** How many people have their present place there. */
  readonly people: number;
  readonly source: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly fields: FieldValues;
  readonly records: RecordNames;
}

import type { Id } from "@guildhall/core";
import type { FieldValue } from "../../../fields/field.ts";
import { sortName } from "../../../people/sort-name.ts";

/** What an import reads and writes of a person: the columns as the database has them. */
export interface PersonColumns {
  full_name: string;
  sort_name: string;
  family_name: string | null;
  given_name: string | null;
  locale: "en" | "zh-CN" | null;
  time_zone: string | null;
  stage: string | null;
  owner_person_id: Id<"person"> | null;
  tag_ids: readonly Id<"tag">[];
  fields: Readonly<Record<string, FieldValue>>;
}

/** A present place in a company. */
export interface Position {
  readonly id: Id<"affiliation">;
  readonly personId: Id<"person">;
  readonly companyId: Id<"company">;
  title: string | null;
  readonly source: string;
  /** As the database has it; undefined for one that the file brings. */
  readonly storedTitle?: string | null;
}

/** A person while a batch is planned: as they are stored, and as they will be. */
export interface PersonState {
  readonly id: Id<"person">;
  /** Null for somebody whom the file brings. */
  readonly stored: Readonly<PersonColumns> | null;
  readonly now: PersonColumns;
  readonly positions: Position[];
  /** The row that brought them; null for somebody who was there. */
  readonly row: number | null;
  since: string | null;
}

/** The columns that differ from what is stored. */
export function changedColumns({ stored, now }: PersonState): (keyof PersonColumns)[] {
  if (!stored) return [];
  return columnNames.filter((name) => !same(stored[name], now[name]));
}

export const columnNames: readonly (keyof PersonColumns)[] = [
  "full_name",
  "sort_name",
  "family_name",
  "given_name",
  "locale",
  "time_zone",
  "stage",
  "owner_person_id",
  "tag_ids",
  "fields",
];

export function resort(columns: PersonColumns): void {
  const { full_name: fullName, family_name: familyName, given_name: givenName } = columns;
  columns.sort_name = sortName({ fullName, familyName, givenName });
}

function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  return typeof left === "object" && typeof right === "object" && JSON.stringify(left) === JSON.stringify(right);
}

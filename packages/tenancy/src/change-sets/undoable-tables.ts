/**
 * The tables whose rows undo can restore, parents first. Others may not be written by bulk changes. Each has an `id`
 * beside its tenant.
 */
export const undoableTables = [
  "tag",
  "field",
  "person",
  "company",
  "company_domain",
  "person_identity",
  "affiliation",
  "relationship",
  "audience",
  "audience_member",
  "person_merge",
] as const;
export type UndoableTable = (typeof undoableTables)[number];

/** Columns that count changes rather than being one: never compared. */
const bookkeeping: ReadonlySet<string> = new Set(["version", "updated_at"]);

/** Columns that triggers and handlers keep: never compared, never put back. */
const derived: Partial<Record<UndoableTable, ReadonlySet<string>>> = {
  person: new Set(["email", "phone", "company_id", "job_title", "last_activity_at"]),
};

/** Whether a column is something that somebody wrote. */
export function isWritten(table: UndoableTable, column: string): boolean {
  return !bookkeeping.has(column) && !derived[table]?.has(column);
}

/** Whether a column can be put back. */
export function isKept(table: UndoableTable, column: string): boolean {
  return column !== "version" && !derived[table]?.has(column);
}

export const countsVersions: ReadonlySet<UndoableTable> = new Set(["person", "company", "audience"]);

/** Tables whose rows others name without a foreign key: in the entries of fields and tags. */
export const namedByEntries: ReadonlySet<UndoableTable> = new Set(["tag", "field"]);

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
  "consent",
  "note",
] as const;
export type UndoableTable = (typeof undoableTables)[number];

/** Columns that count changes rather than being one: never compared. */
const bookkeeping: ReadonlySet<string> = new Set(["version", "updated_at"]);

/** Columns that triggers keep: never compared, never put back. */
const derived: Partial<Record<UndoableTable, ReadonlySet<string>>> = {
  person: new Set(["email", "phone", "company_id", "job_title"]),
};

/** Columns that handlers keep: never compared, and put back only with the whole row, since nothing derives them again. */
const kept: Partial<Record<UndoableTable, ReadonlySet<string>>> = {
  person: new Set(["last_activity_at"]),
};

/** Rows that say one thing with all their columns: changed since in one of them, they are left as they are. */
export const saysOneThing: ReadonlySet<UndoableTable> = new Set(["consent"]);

/** Whether a column is something that somebody wrote. */
export function isWritten(table: UndoableTable, column: string): boolean {
  return !bookkeeping.has(column) && !derived[table]?.has(column) && !kept[table]?.has(column);
}

/** Whether a column comes back with a removed row. */
export function isKept(table: UndoableTable, column: string): boolean {
  return column !== "version" && !derived[table]?.has(column);
}

export const countsVersions: ReadonlySet<UndoableTable> = new Set(["person", "company", "audience"]);

/** Tables whose rows others name without a foreign key: in the entries of fields and tags. */
export const namedByEntries: ReadonlySet<UndoableTable> = new Set(["tag", "field"]);

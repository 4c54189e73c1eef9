import type { GridColumn } from "@guildhall/ui/grid";

/** Names are each one's own; tags are put on and taken off. */
const eachItsOwn: ReadonlySet<string> = new Set(["name", "tags"]);

/** Columns that many rows can be given the same value in. */
export function settableColumns(columns: readonly GridColumn[]): readonly GridColumn[] {
  return columns.filter(({ id, editable }) => editable && !eachItsOwn.has(id));
}

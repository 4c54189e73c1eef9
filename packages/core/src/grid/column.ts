/**
 * What the values of a grid's column are, which decides how it is filtered, sorted, written and shown.
 * `choice` is one of a list, `choices` several of one; `record` is another row (a person, a company) by its id.
 */
export const columnKinds = [
  "text",
  "number",
  "money",
  "date",
  "instant",
  "boolean",
  "choice",
  "choices",
  "record",
] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** A column's name: a word of the grid's own ("name", "createdAt"), or a hall's own field. */
export type ColumnId = string;
const fieldPrefix = "field:";
const columnId = /^(?:[a-z][A-Za-z0-9]{0,39}|field:[0-9a-f-]{36})$/;

export function isColumnId(text: string): boolean {
  return columnId.test(text);
}

/** The column of a hall's own field. */
export function fieldColumn(fieldId: string): ColumnId {
  return `${fieldPrefix}${fieldId}`;
}

/** The field that a column shows; null for a column of the grid's own. */
export function fieldOfColumn(column: ColumnId): string | null {
  return column.startsWith(fieldPrefix) ? column.slice(fieldPrefix.length) : null;
}

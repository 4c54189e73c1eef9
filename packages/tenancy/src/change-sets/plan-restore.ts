import { isWritten, saysOneThing, type UndoableTable } from "./undoable-tables.ts";

export type RowImage = Readonly<Record<string, unknown>>;

interface Seen {
  readonly table: UndoableTable;
  readonly now: RowImage;
  readonly before: RowImage;
  readonly after: RowImage;
}

interface Restore {
  /** The columns to write, with what they were. */
  readonly patch: RowImage;
  /** What somebody has changed since: columns, and "fields.ID" for one of a record's own fields. */
  readonly changedSince: readonly string[];
}

/**
 * What giving a row back comes to: each column again that the change set changed and nobody has changed since. A record's
 * own fields are looked at one by one, and of tags those go that the change set put there and those return that it took.
 */
export function planRestore({ table, now, before, after }: Seen): Restore {
  if (saysOneThing.has(table) && !isAsMade({ table, now, after }))
    return { patch: {}, changedSince: Object.keys(after).filter((column) => !same(now[column], after[column])) };
  const patch: Record<string, unknown> = {};
  const changedSince: string[] = [];
  for (const column of Object.keys(before).filter((each) => isWritten(table, each))) {
    const change = { now: now[column], before: before[column], after: after[column] };
    if (same(change.before, change.after) || same(change.now, change.before)) continue;
    if (same(change.now, change.after)) patch[column] = change.before;
    else if (column === "fields") takeBackFields(change, patch, changedSince);
    else if (column === "tag_ids") patch[column] = takeBackTags(change);
    else changedSince.push(column);
  }
  if (changedSince.length === 0 && same(now.updated_at, after.updated_at) && before.updated_at !== undefined)
    patch.updated_at = before.updated_at;
  return { patch, changedSince };
}

/** Whether a row is still as its change set made it. */
export function isAsMade({ table, now, after }: Omit<Seen, "before">): boolean {
  return Object.keys(after).every((column) => !isWritten(table, column) || same(now[column], after[column]));
}

interface Change {
  readonly now: unknown;
  readonly before: unknown;
  readonly after: unknown;
}

function takeBackFields(change: Change, patch: Record<string, unknown>, changedSince: string[]): void {
  const [now, before, after] = [asRecord(change.now), asRecord(change.before), asRecord(change.after)];
  const given = { ...now };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (same(before[key], after[key]) || same(now[key], before[key])) continue;
    if (!same(now[key], after[key])) changedSince.push(`fields.${key}`);
    else if (before[key] === undefined) delete given[key];
    else given[key] = before[key];
  }
  if (!same(given, now)) patch.fields = given;
}

function takeBackTags(change: Change): unknown[] {
  const [now, before, after] = [asList(change.now), asList(change.before), asList(change.after)];
  const added = new Set(after.filter((tag) => !before.includes(tag)));
  const left = now.filter((tag) => !added.has(tag));
  return [...left, ...before.filter((tag) => !after.includes(tag) && !left.includes(tag))];
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

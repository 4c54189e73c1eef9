import type { Id } from "@guildhall/core";
import type { TimelineChange, TimelineMessage } from "@guildhall/people";
import type { TimelineEntry, TimelineKind, TimelineName } from "@guildhall/people/schemas";
import type { Note, Task } from "@guildhall/work/schemas";

/** Whose timeline it is. */
export interface TimelineRecord {
  readonly type: "person" | "company";
  readonly id: Id<string>;
}

/** A page of lines, and all that their words are made of. */
export interface TimelinePart {
  readonly rows: readonly TimelineEntry[];
  readonly next: string | null;
  readonly names: Readonly<Record<string, TimelineName>>;
  readonly notes: Readonly<Record<string, Note>>;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly messages: Readonly<Record<string, TimelineMessage>>;
  readonly changes: Readonly<Record<string, TimelineChange>>;
}

export interface RecordTimelineData extends TimelinePart {
  readonly record: TimelineRecord;
  /** The records that are one with it, itself first. */
  readonly subjects: readonly string[];
  readonly kinds: readonly TimelineKind[];
  /** Whether this page begins with the newest. */
  readonly fromStart: boolean;
  /** What the composer is asked for in the address. */
  readonly write: string | null;
  readonly pinned: readonly Note[];
  readonly open: readonly Task[];
  /** Who can be given a task. */
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly mayWrite: boolean;
  readonly today: Date;
  /** What concerns everybody is told of the hall. */
  readonly hallId: string;
}

/**
 * What was shown, with a page that was loaded anew: within the page's reach it says what there is, and beyond it what
 * was shown stays. So nobody loses their place when something happens.
 */
export function refreshed(shown: TimelinePart | null, fresh: TimelinePart): TimelinePart {
  const last = fresh.rows.at(-1);
  if (!shown || !last || fresh.next === null) return fresh;
  const older = shown.rows.filter((row) => isOlder(row, last));
  const known = new Set(fresh.rows.map(({ id }) => id));
  // So much happened at once that there may be more between the two.
  if (older.length === 0 || !shown.rows.some(({ id }) => known.has(id))) return fresh;
  return { ...joined(shown, fresh), rows: [...fresh.rows, ...older], next: shown.next };
}

/** What was shown, and the page that follows it. */
export function continued(shown: TimelinePart, older: TimelinePart): TimelinePart {
  const last = shown.rows.at(-1);
  const rows = last ? older.rows.filter((row) => isOlder(row, last)) : older.rows;
  return { ...joined(older, shown), rows: [...shown.rows, ...rows], next: older.next };
}

type Place = Pick<TimelineEntry, "at" | "id">;

function isOlder(one: Place, other: Place): boolean {
  const [a, b] = [new Date(one.at).getTime(), new Date(other.at).getTime()];
  return a < b || (a === b && one.id < other.id);
}

/** Where both know something, the second is right. */
function joined(first: TimelinePart, second: TimelinePart): TimelinePart {
  return {
    ...second,
    names: { ...first.names, ...second.names },
    notes: { ...first.notes, ...second.notes },
    tasks: { ...first.tasks, ...second.tasks },
    messages: { ...first.messages, ...second.messages },
    changes: { ...first.changes, ...second.changes },
  };
}

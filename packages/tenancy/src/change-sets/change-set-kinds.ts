import type { Permission } from "../roles/roles.ts";

interface KindOfChange {
  /** What doing it asked for, and so what taking it back asks for. */
  readonly permission: Permission;
  /** Whether more hangs on it than rows, so that only its own command takes it back. */
  readonly ownWay?: true;
}

/** Everything that opens a change set. Stored, so they keep their names. */
export const changeSetKinds = {
  import: { permission: "people.bulk-edit", ownWay: true },
  "people.merge": { permission: "people.bulk-edit", ownWay: true },
  "bulk-edit": { permission: "people.bulk-edit" },
  "tag.deleted": { permission: "people.bulk-edit" },
  "tag.merged": { permission: "people.bulk-edit" },
  "company.deleted": { permission: "companies.edit" },
  "company.domain-added": { permission: "companies.edit" },
  "company.domain-removed": { permission: "companies.edit" },
  "position.removed": { permission: "people.edit" },
  "audience.filled": { permission: "people.edit" },
  "audience.emptied": { permission: "people.edit" },
  "audience.deleted": { permission: "people.edit" },
} as const satisfies Record<string, KindOfChange>;
export type ChangeSetKind = keyof typeof changeSetKinds;

/** What taking a change set of this kind back asks for; of one that nothing knows any more, the most. */
export function undoPermission(kind: string): Permission {
  return isKnown(kind) ? changeSetKinds[kind].permission : "history.undo";
}

/** Whether only its own command may take it back. */
export function hasOwnWay(kind: string): boolean {
  return isKnown(kind) && "ownWay" in changeSetKinds[kind];
}

function isKnown(kind: string): kind is ChangeSetKind {
  return Object.hasOwn(changeSetKinds, kind);
}

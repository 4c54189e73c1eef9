/** What somebody may do with a document, each with all before it. */
export const documentRoles = ["view", "comment", "edit", "manage"] as const;
export type DocumentRole = (typeof documentRoles)[number];

/** As the database compares them: 1 view … 4 manage. */
export function levelOf(role: DocumentRole): number {
  return documentRoles.indexOf(role) + 1;
}

export function roleOfLevel(level: number | null): DocumentRole | null {
  return level === null ? null : (documentRoles[level - 1] ?? null);
}

/** Whether a role is enough where this one is asked for. */
export function atLeast(role: DocumentRole | null, asked: DocumentRole): boolean {
  return role !== null && levelOf(role) >= levelOf(asked);
}

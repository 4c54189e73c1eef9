import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { TimelineSubject } from "@guildhall/people/schemas";

/** The record that a note or task is about. */
export interface SubjectRef {
  readonly type: string;
  readonly id: Id<string>;
}

/** A kind of record that staff can write about. */
export interface WorkSubject {
  /** Stored with each note and task: a name keeps its meaning. */
  readonly type: string;
  /** Whether it is there, and the actor of this ctx may see it. */
  maySee(ctx: Ctx, id: Id<string>): Promise<boolean>;
  /** Whose timelines what is written about it belongs on. */
  timelines(ctx: Ctx, id: Id<string>): readonly TimelineSubject[] | Promise<readonly TimelineSubject[]>;
}

/** Every kind of record that the suite's packages let staff write about. */
export interface SubjectRegister {
  find(type: string): WorkSubject | null;
}

/** Throws for two kinds of one name. */
export function openSubjectRegister(subjects: readonly WorkSubject[]): SubjectRegister {
  const known = new Map(subjects.map((subject) => [subject.type, subject]));
  if (known.size !== subjects.length) throw new Error("Two kinds of records have one name.");
  return { find: (type) => known.get(type) ?? null };
}

/** Throws not-found for a record of no known kind, or that the actor may not see. */
export async function requireSeen(ctx: Ctx, subjects: SubjectRegister, { type, id }: SubjectRef): Promise<void> {
  if (!(await subjects.find(type)?.maySee(ctx, id))) throw notFound();
}

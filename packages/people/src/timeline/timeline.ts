import type { Id } from "@guildhall/core";
import { z } from "zod";

/** What a timeline is filtered by, in the order in which it is offered. Stored with each line: a name keeps its meaning. */
export const timelineKinds = [
  "notes",
  "tasks",
  "messages",
  "relationships",
  "membership",
  "record",
  "imports",
  "events",
  "orders",
  "posts",
  "documents",
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** Kinds as they stand in an address: "notes,messages". What is no kind asks for nothing. */
export const timelineKindsSchema = z
  .string()
  .max(200)
  .transform((text) => timelineKinds.filter((kind) => text.split(",").includes(kind)))
  .catch([]);

/** Whose timeline a line stands on. */
export interface TimelineSubject {
  readonly type: "person" | "company";
  readonly id: Id<string>;
}

/** A line of somebody's timeline. */
export interface TimelineEntry {
  /** The fact's id; a note's own; of a batch its change set's. With `at` it is the line's place. */
  readonly id: Id<string>;
  readonly at: Date;
  /** The fact's name, by which the words are found. */
  readonly name: string;
  readonly kind: TimelineKind;
  /** The record itself that it happened to: one of those that are this person. */
  readonly subject: TimelineSubject;
  readonly actorPersonId: Id<"person"> | null;
  /** The note or task that it stands for. */
  readonly aboutId: Id<string> | null;
  /** Ids and small plain values. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A line as whoever it is about reads it: no ids of others, and of what it carries only what is theirs to know. */
export interface MyTimelineEntry {
  readonly id: Id<string>;
  readonly at: Date;
  readonly name: string;
  readonly kind: string;
  /** Whether they did it themselves. */
  readonly byMe: boolean;
  readonly told: Readonly<Record<string, unknown>>;
}

/** Who or what a line names; documents by whoever knows who may see them. */
export interface TimelineName {
  readonly type: "person" | "company" | "document";
  readonly name: string;
  readonly avatarFileId: Id<"file"> | null;
}

/** A page of a timeline, and what those are called whom it names; somebody who was erased has no name. */
export interface TimelinePage {
  readonly rows: readonly TimelineEntry[];
  readonly next: string | null;
  readonly names: Readonly<Record<string, TimelineName>>;
  /** The records that are one with the subject, itself first. */
  readonly subjects: readonly Id<string>[];
}

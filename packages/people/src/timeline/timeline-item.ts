import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { FactName } from "@guildhall/facts";
import type { Fact } from "@guildhall/jobs";
import type { TimelineKind, TimelineSubject } from "./timeline.ts";

/** Whom a fact concerns, and how. */
export interface Concern {
  readonly subject: TimelineSubject;
  /** Whether they did something themselves, or were spoken with; false unless said. */
  readonly active?: boolean;
  /** Ids and small plain values; the fact's own unless said. */
  readonly payload?: object;
}

/** A line that stands for a note or task. */
export interface Line extends Concern {
  readonly at: Date;
  readonly id: Id<string>;
  readonly name: string;
  readonly actorPersonId: Id<"person"> | null;
  readonly payload: object;
}

/** What a fact does to timelines. */
type Projection =
  | { readonly what: "lines"; readonly concerns: readonly Concern[] }
  /** Everybody whom a change set touched. */
  | { readonly what: "batch"; readonly changeSetId: Id<"change_set"> }
  /** All lines of a note or task, as it is now. */
  | { readonly what: "whole"; readonly aboutId: Id<string>; readonly lines: readonly Line[] };

/**
 * What whoever a line is about reads of it in the portal: every such line, or those alone that stand for their own
 * deeds; and of what it carries these values. Ids of others are never among them.
 */
export interface ForMember {
  readonly lines: "all" | "own deeds";
  readonly tells?: readonly string[];
}

/** A place on the timeline for certain facts. */
export interface TimelineItem {
  readonly facts: readonly FactName[];
  readonly kind: TimelineKind;
  /** Null: such lines are the staff's alone. */
  readonly forMember: ForMember | null;
  project(ctx: Ctx, fact: Fact): Promise<Projection>;
}

interface Shared<Name extends FactName> {
  readonly facts: readonly Name[];
  readonly kind: TimelineKind;
  /** The staff alone see it unless said. */
  readonly forMember?: ForMember;
}

/** Facts that are a line for each whom they concern. Asked again of the same fact, it says the same. */
export function defineHappening<Name extends FactName>({
  concerns,
  ...shared
}: Shared<Name> & {
  concerns(fact: Fact<Name>, ctx: Ctx): readonly Concern[] | Promise<readonly Concern[]>;
}): TimelineItem {
  return item(shared, async (fact, ctx) => ({ what: "lines", concerns: await concerns(fact, ctx) }));
}

/** Facts that stand for a change set: a line for everybody whom it touched. */
export function defineBatch<Name extends FactName>({
  changeSetId,
  ...shared
}: Shared<Name> & { changeSetId(fact: Fact<Name>): Id<"change_set"> }): TimelineItem {
  return item(shared, async (fact) => ({ what: "batch", changeSetId: changeSetId(fact) }));
}

/**
 * Facts of something that can be changed and removed, such as a note: its lines are replaced by what it is now, so
 * that it makes no difference in which order they are handled. `lines` locks its row before it looks.
 */
export function defineThing<Name extends FactName>({
  aboutId,
  lines,
  ...shared
}: Shared<Name> & {
  aboutId(fact: Fact<Name>): Id<string>;
  lines(ctx: Ctx, aboutId: Id<string>): Promise<readonly Line[]>;
}): TimelineItem {
  return item(shared, async (fact, ctx) => {
    const about = aboutId(fact);
    return { what: "whole", aboutId: about, lines: await lines(ctx, about) };
  });
}

function item<Name extends FactName>(
  { facts, kind, forMember }: Shared<Name>,
  project: (fact: Fact<Name>, ctx: Ctx) => Promise<Projection>,
): TimelineItem {
  const wanted = new Set<string>(facts);
  const isWanted = (fact: Fact): fact is Fact & Fact<Name> => wanted.has(fact.name);
  return {
    facts,
    kind,
    forMember: forMember ?? null,
    project: async (ctx, fact) => (isWanted(fact) ? project(fact, ctx) : { what: "lines", concerns: [] }),
  };
}

export const onPerson = (id: Id<"person">): TimelineSubject => ({ type: "person", id });
export const onCompany = (id: Id<"company">): TimelineSubject => ({ type: "company", id });

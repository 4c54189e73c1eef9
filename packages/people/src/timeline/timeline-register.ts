import type { FactName } from "@guildhall/facts";
import type { TimelineItem } from "./timeline-item.ts";

/** The place of every fact on the timeline, as the suite's packages declared them. */
export interface TimelineRegister {
  readonly facts: readonly FactName[];
  find(fact: string): TimelineItem | null;
  /** The facts that a member sees of their own record. */
  readonly forMember: readonly FactName[];
}

/** Throws for two places of one fact. */
export function openTimelineRegister(items: readonly TimelineItem[]): TimelineRegister {
  const places = new Map<string, TimelineItem>();
  for (const item of items)
    for (const fact of item.facts) {
      if (places.has(fact)) throw new Error(`${fact} has two places on the timeline.`);
      places.set(fact, item);
    }
  return {
    facts: items.flatMap(({ facts }) => facts),
    find: (fact) => places.get(fact) ?? null,
    forMember: items.filter(({ forMember }) => forMember).flatMap(({ facts }) => facts),
  };
}

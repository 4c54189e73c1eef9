import type { FactName } from "@guildhall/facts";
import type { ForMember, TimelineItem } from "./timeline-item.ts";

/** The place of every fact on the timeline, as the suite's packages declared them. */
export interface TimelineRegister {
  readonly facts: readonly FactName[];
  find(fact: string): TimelineItem | null;
  /** What members see of their own record, by the fact. */
  readonly forMember: ReadonlyMap<string, ForMember>;
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
    forMember: new Map(
      items.flatMap(({ facts, forMember }) => (forMember ? facts.map((fact) => [fact, forMember] as const) : [])),
    ),
  };
}

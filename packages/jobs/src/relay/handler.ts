import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { FactName, FactPayload, Subject } from "@guildhall/facts";

/** A fact as a handler gets it. */
export interface Fact<Name extends FactName = FactName> {
  readonly id: Id<"fact">;
  readonly name: Name;
  readonly payload: FactPayload<Name>;
  readonly subject: Subject;
  readonly actorPersonId: Id<"person"> | null;
  readonly changeSetId: Id<"change_set"> | null;
  readonly occurredAt: Date;
}

export interface Handler {
  /** Stable, unique: deliveries are kept under it. */
  readonly name: string;
  readonly facts: readonly FactName[];
  /** Whether a subject's facts come one after another, in the order in which they happened. */
  readonly ordered: boolean;
  handle(ctx: Ctx, fact: Fact): Promise<void>;
}

/**
 * Declares what is done when something has happened. `handle` runs in a transaction of the fact's tenant, as the
 * system; its writes and the delivery's end are committed together, so they happen once. Effects outside the database
 * belong in a job that it enqueues. It may run again after a failure that rolled everything back.
 */
export function onFact<Name extends FactName>(
  facts: readonly Name[],
  {
    name,
    ordered = false,
    handle,
  }: { name: string; ordered?: boolean; handle(ctx: Ctx, fact: Fact<Name>): Promise<void> },
): Handler {
  const wanted = new Set<string>(facts);
  const isWanted = (fact: Fact): fact is Fact & Fact<Name> => wanted.has(fact.name);
  return {
    name,
    facts,
    ordered,
    handle: async (ctx, fact) => {
      if (isWanted(fact)) await handle(ctx, fact);
    },
  };
}

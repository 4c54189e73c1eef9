import type { Id } from "@guildhall/core";
import { factNames, parseFact } from "@guildhall/facts";
import type { Fact } from "./handler.ts";

interface FactRow {
  id: Id<"fact">;
  name: string;
  payload: unknown;
  subject_type: string;
  subject_id: Id<string>;
  actor_person_id: Id<"person"> | null;
  change_set_id: Id<"change_set"> | null;
  occurred_at: Date;
}

/** A stored fact, its payload checked again: what an older version wrote must still be understood. */
export function factOfRow(row: FactRow): Fact {
  const name = factNames.find((known) => known === row.name);
  if (!name) throw new Error(`Nobody knows a fact called ${row.name}`);
  return {
    id: row.id,
    name,
    payload: parseFact(name, row.payload),
    subject: { type: row.subject_type, id: row.subject_id },
    actorPersonId: row.actor_person_id,
    changeSetId: row.change_set_id,
    occurredAt: row.occurred_at,
  };
}

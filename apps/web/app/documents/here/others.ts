import type { LiveRoom } from "@guildhall/sync/client";
import { useEffect, useState } from "react";
import { colorOf } from "../editing/carets.ts";

/** Somebody who has the document open: by their record, or by their page where nobody knows them. */
export interface Here {
  readonly key: string;
  readonly name: string;
  readonly color: string;
}

type State = Readonly<Record<string, unknown>> | undefined;

/** The others who have this document open, each once. */
export function useOthers({ awareness }: LiveRoom): readonly Here[] {
  const [people, setPeople] = useState<readonly Here[]>([]);
  useEffect(() => {
    const look = () => setPeople((before) => same(before, othersIn(awareness)));
    look();
    awareness.on("change", look);
    return () => awareness.off("change", look);
  }, [awareness]);
  return people;
}

function othersIn(awareness: LiveRoom["awareness"]): readonly Here[] {
  const mine = hereOf(awareness.clientID, awareness.getStates().get(awareness.clientID));
  const others = new Map<string, Here>();
  for (const [client, state] of awareness.getStates()) {
    const person = hereOf(client, state);
    if (client !== awareness.clientID && person && person.key !== mine?.key) others.set(person.key, person);
  }
  return [...others.values()];
}

/** Who a page says it is of: what stands in `user` is the server's. */
export function hereOf(client: number, state: State): Here | null {
  const user: unknown = state?.user;
  if (typeof user !== "object" || user === null || !("name" in user)) return null;
  const id = "personId" in user && typeof user.personId === "string" ? user.personId : null;
  return {
    key: id ?? String(client),
    name: String(user.name),
    color: colorOf("color" in user ? user.color : undefined),
  };
}

/** Carets move all the time; who is here does not. */
function same(before: readonly Here[], now: readonly Here[]): readonly Here[] {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

import type { FindMentions } from "@guildhall/ui/rich-text";
import { z } from "zod";

const answer = z.array(z.object({ id: z.string(), name: z.string() }));

/** Asks whom an at sign may mean in what is said about a document. */
export function findPeopleAt(address: string): FindMentions {
  return async (query, signal) => {
    const asked = new URL(address, location.origin);
    asked.searchParams.set("q", query);
    const said = await fetch(asked, { signal });
    if (!said.ok) return [];
    return answer.parse(await said.json()).map(({ id, name }) => ({ kind: "person", id, label: name, hint: null }));
  };
}

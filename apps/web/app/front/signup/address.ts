import { askForSlug } from "@guildhall/people";
import { json } from "@remix-run/node";
import { z } from "zod";
import { route } from "../../server/define-route.ts";

/** Whether a hall's address is free, and which one would be, for the form while somebody types. */
export const loader = route({
  area: "public",
  search: z.object({ company: z.string().max(400).optional(), slug: z.string().max(200).optional() }),
}).loader(async ({ house, visit, search }) => {
  const answer = await askForSlug(house.database, search, { ip: visit.ip, now: new Date() });
  return json(answer, { headers: { "cache-control": "no-store" } });
});

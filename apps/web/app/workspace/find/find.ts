import { searchCompanies, searchPeople } from "@guildhall/people";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";

/** People or companies that begin so, for pickers. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: z.object({
    what: z.enum(["person", "company"]).catch("person"),
    q: z.string().max(200).catch(""),
  }),
  permission: "people.view",
}).loader(async ({ ctx, search: { what, q } }) => {
  const choices =
    what === "person"
      ? (await searchPeople(ctx, q)).map(({ id, fullName, email }) => ({
          value: id,
          label: fullName,
          ...(email && { hint: email }),
        }))
      : (await searchCompanies(ctx, q)).map(({ id, name }) => ({ value: id, label: name }));
  return Response.json({ choices }, { headers: { "cache-control": "private, no-store" } });
});

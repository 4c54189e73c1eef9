import { searchCompanies, searchPeople } from "@guildhall/people";
import { json } from "@remix-run/node";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";

const most = 12;

/** People or companies whose names begin so, for pickers. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string(), kind: z.enum(["person", "company"]) }),
  search: z.object({ q: z.string().max(200).default("") }),
  permission: "people.view",
}).loader(async ({ ctx, params, search }) => {
  const found =
    params.kind === "person"
      ? (await searchPeople(ctx, search.q, most)).map(({ id, fullName, email }) => ({
          id,
          name: fullName,
          hint: email,
        }))
      : (await searchCompanies(ctx, search.q, most)).map(({ id, name }) => ({ id, name, hint: null }));
  return json(found, { headers: { "cache-control": "no-store" } });
});

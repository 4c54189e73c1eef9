import { exportSearch } from "@guildhall/people/schemas";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { gridFile } from "./grid-file.ts";

/** The companies that an address asks for, as a file. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: exportSearch,
  permission: "people.bulk-edit",
}).open(({ scope, house, search }) => gridFile(house, scope, "companies", search));

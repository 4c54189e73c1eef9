import { exportForm, exportSearch } from "@guildhall/people/schemas";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { gridFile, postedSelection } from "./grid-file.ts";

const params = z.object({ tenant: z.string() });

/** The companies that an address asks for, as a file. */
export const loader = workspaceRoute({ params, search: exportSearch, permission: "people.bulk-edit" }).open(
  ({ scope, house, search }) => gridFile(house, scope, "companies", search),
);

/** Those that were chosen, as a file. */
export const action = workspaceRoute({ params, permission: "people.bulk-edit" }).open(
  async ({ scope, house, request }) =>
    gridFile(house, scope, "companies", exportForm.parse(await postedSelection(request))),
);

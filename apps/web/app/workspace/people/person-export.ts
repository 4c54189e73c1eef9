import { idSchema } from "@guildhall/core";
import { exportPerson } from "@guildhall/people";
import { suiteTraces } from "@guildhall/suite";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";

/** All that is kept of somebody, as a file. Posted, since that it was taken is written down. */
export const action = workspaceRoute({
  params: z.object({ tenant: z.string(), person: idSchema("person") }),
  permission: "people.bulk-edit",
}).action(async ({ ctx, params }) => {
  const kept = await exportPerson(ctx, { personId: params.person }, suiteTraces);
  return new Response(JSON.stringify(kept, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${ctx.tenant.slug}-person-${ctx.clock.now().toISOString().slice(0, 10)}.json"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});

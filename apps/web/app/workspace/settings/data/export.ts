import { idSchema } from "@guildhall/core";
import { fileResponse } from "@guildhall/files";
import { openExport, recordChange } from "@guildhall/tenancy";
import { z } from "zod";
import { workspaceRoute } from "../../../server/define-route.ts";

/** A packed export, for those who may take all of the hall along; that they did stands in its history. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string(), export: idSchema("tenant_export") }),
  permission: "tenant.export",
}).open(async ({ scope, house, request, params }) => {
  const file = await house.database.withTenant(scope, async (ctx) => {
    const opened = await openExport(ctx, house.files, params.export);
    if (!request.headers.has("range"))
      await recordChange(ctx, {
        action: "tenant.export-taken",
        subjectType: "tenant_export",
        subjectId: params.export,
        before: null,
        after: {},
      });
    return opened;
  });
  return fileResponse(file, request);
});

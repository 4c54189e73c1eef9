import { exportAudit } from "@guildhall/tenancy";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { streamOf } from "../../server/stream-of.ts";

const types = { csv: "text/csv; charset=utf-8", jsonl: "application/x-ndjson; charset=utf-8" } as const;

/** The history as a file, read out as fast as it is taken. Posted, since that it was taken is written down. */
export const action = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "audit.view" }).open(
  async ({ scope, house, request }) => {
    const { format, text } = await exportAudit(house.database, scope, Object.fromEntries(await request.formData()));
    const day = scope.clock.now().toISOString().slice(0, 10);
    return new Response(streamOf(text), {
      headers: {
        "content-type": types[format],
        "content-disposition": `attachment; filename="${scope.tenant.slug}-history-${day}.${format}"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  },
);

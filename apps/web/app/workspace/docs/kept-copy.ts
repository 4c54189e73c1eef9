import { putCopyDown } from "@guildhall/docs";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";

/** Puts what somebody kept on their device into a new document of theirs, and says where it is. */
export const action = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  permission: "workspace.enter",
}).action(async ({ ctx, request, params }) => {
  const form = await request.formData();
  const id = await putCopyDown(ctx, { json: form.get("json") });
  return Response.json({ path: `/w/${params.tenant}/docs/${id}` });
});

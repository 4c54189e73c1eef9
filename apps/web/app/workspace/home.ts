import { z } from "zod";
import { seeOther, workspaceRoute } from "../server/define-route.ts";

export const loader = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "workspace.enter" }).open(
  async ({ params }) => seeOther(`/w/${params.tenant}/people`),
);

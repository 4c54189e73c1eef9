import { idSchema } from "@guildhall/core";
import { fileResponse, openFile } from "@guildhall/files";
import { renditionWidths } from "@guildhall/files/schemas";
import { z } from "zod";
import { workspaceRoute } from "../server/define-route.ts";
import { workspaceFiles } from "./file-rules.ts";

/** A stored file, or a picture of it in a standard width, for whoever may see what it belongs to. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string(), file: idSchema("file") }),
  search: z.object({ width: z.coerce.number().pipe(z.literal(renditionWidths)).optional() }),
  permission: "workspace.enter",
}).open(async ({ scope, house, request, params, search }) => {
  const size = search.width === undefined ? {} : { width: search.width };
  const file = await house.database.withTenant(
    scope,
    (ctx) => openFile(ctx, house.files, workspaceFiles, params.file, size),
    { readOnly: true },
  );
  return fileResponse(file, request);
});

import { idSchema } from "@guildhall/core";
import { mayViewDocument } from "@guildhall/docs";
import { fileAccess, fileResponse, openFile } from "@guildhall/files";
import { renditionWidths } from "@guildhall/files/schemas";
import { z } from "zod";
import { portalRoute } from "../../server/define-route.ts";

/** A picture or a file of a document, for whoever may see the document. */
export const loader = portalRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document"), file: idSchema("file") }),
  search: z.object({
    key: z.string().max(40).optional(),
    width: z.coerce.number().pipe(z.literal(renditionWidths)).optional(),
  }),
  access: "anyone",
}).open(async ({ scope, house, request, params, search }) => {
  const allowed = fileAccess({ document: mayViewDocument(search.key ?? null) });
  const size = search.width === undefined ? {} : { width: search.width };
  const file = await house.database.withTenant(scope, (ctx) => openFile(ctx, house.files, allowed, params.file, size), {
    readOnly: true,
  });
  return fileResponse(file, request);
});

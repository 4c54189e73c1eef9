import { idSchema } from "@guildhall/core";
import { z } from "zod";
import { receiveDocumentFile } from "../../documents/receive-document-file.ts";
import { portalRoute } from "../../server/define-route.ts";

/** A picture or a file that a member put into a document, or whoever holds a link by which it is written. */
export const action = portalRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  search: z.object({ key: z.string().max(40).optional() }),
  access: "anyone",
}).open(({ scope, house, request, params, search }) =>
  receiveDocumentFile({ scope, house, request, documentId: params.document, key: search.key ?? null }),
);

import { idSchema } from "@guildhall/core";
import { z } from "zod";
import { receiveDocumentFile } from "../../documents/receive-document-file.ts";
import { portalRoute } from "../../server/define-route.ts";

/** A picture or a file that a member put into a document. */
export const action = portalRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  access: "member",
}).open(({ scope, house, request, params }) =>
  receiveDocumentFile({ scope, house, request, documentId: params.document, key: null }),
);

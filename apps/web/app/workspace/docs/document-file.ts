import { idSchema } from "@guildhall/core";
import { z } from "zod";
import { receiveDocumentFile } from "../../documents/receive-document-file.ts";
import { workspaceRoute } from "../../server/define-route.ts";

/** A picture or a file that somebody put into a document. */
export const action = workspaceRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  permission: "workspace.enter",
}).open(({ scope, house, request, params }) =>
  receiveDocumentFile({ scope, house, request, documentId: params.document, key: null }),
);

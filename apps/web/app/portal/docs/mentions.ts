import { findDocuments } from "@guildhall/docs";
import { z } from "zod";
import { portalRoute } from "../../server/define-route.ts";

/** Which documents an at sign and these letters may mean to a member: those that they may see. */
export const loader = portalRoute({
  params: z.object({ tenant: z.string() }),
  search: z.object({ q: z.string().max(80).default("") }),
  access: "member",
}).loader(async ({ ctx, search }) => {
  const documents = await findDocuments(ctx, search.q, 8);
  return Response.json(documents.map(({ id, title }) => ({ kind: "document", id, label: title, hint: null })));
});

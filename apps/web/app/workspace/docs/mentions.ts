import { findDocuments } from "@guildhall/docs";
import { findMentionable } from "@guildhall/work";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";

/** Whom, what company and which document an at sign and these letters may mean. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: z.object({ q: z.string().max(80).default("") }),
  permission: "workspace.enter",
}).loader(async ({ ctx, search }) => {
  const people = ctx.actor.can("work.edit") ? await findMentionable(ctx, search.q) : [];
  const documents = await findDocuments(ctx, search.q, 6);
  return Response.json([
    ...people,
    ...documents.map(({ id, title }) => ({ kind: "document", id, label: title, hint: null })),
  ]);
});

import { idSchema } from "@guildhall/core";
import { findTreeLine, listBranch, listSpaces, moveDocument, openTree } from "@guildhall/docs";
import { moveDocumentInput } from "@guildhall/docs/schemas";
import { json } from "@remix-run/node";
import { z } from "zod";
import { workspaceRoute } from "../../../server/define-route.ts";
import { answerScript } from "../../grid/answer-script.ts";

const here = { params: z.object({ tenant: z.string() }), permission: "workspace.enter" as const };

/** The top of a space by its id, or what is under a document: `space.document`. */
const branchKey = z
  .string()
  .max(80)
  .transform((text) => text.split("."))
  .pipe(z.tuple([idSchema("space")], idSchema("document")))
  .transform(([spaceId, parentId = null]) => ({ spaceId, parentId }));

const mostOpen = 60;
const pageSize = 100;
const search = z.object({
  /** Branches that are open, with commas between them. */
  open: z
    .string()
    .max(mostOpen * 80)
    .transform((text) => text.split(",").filter(Boolean))
    .pipe(z.array(branchKey).max(mostOpen))
    .optional(),
  /** The document that is read, which its branch is to be shown around. */
  around: idSchema("document").optional(),
  branch: branchKey.optional(),
  cursor: z.string().max(1_000).optional(),
  line: idSchema("document").optional(),
});

/** The side tree for its script: one line of it, a page of one branch, or all that is open. */
export const loader = workspaceRoute({ ...here, search }).loader(async ({ ctx, search: asked }) => {
  const { line, branch, cursor = null, around = null, open = [] } = asked;
  const answer = (value: unknown) => json(value, { headers: { "cache-control": "no-store" } });
  if (line) return answer({ line: await findTreeLine(ctx, line) });
  if (branch) return answer(await listBranch(ctx, branch, { size: pageSize, cursor, around }));
  return answer({ spaces: await listSpaces(ctx), ...(await openTree(ctx, { open, around, size: pageSize })) });
});

/** Moves a document, and says where it stands then. */
export const action = workspaceRoute(here).open(({ scope, house, request }) =>
  answerScript(request, moveDocumentInput, (move) =>
    house.database.withTenant(scope, async (ctx) => {
      await moveDocument(ctx, move);
      return { line: await findTreeLine(ctx, move.documentId) };
    }),
  ),
);

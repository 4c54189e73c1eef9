import { createDocument } from "@guildhall/docs";
import { createDocumentInput } from "@guildhall/docs/schemas";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";

/** Puts a document down and opens it. */
export const action = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  permission: "workspace.enter",
}).action(async ({ ctx, request, params }) =>
  answerForm(await request.formData(), createDocumentInput, async (document) => {
    const id = await createDocument(ctx, document);
    return seeOther(`/w/${params.tenant}/docs/${id}`);
  }),
);

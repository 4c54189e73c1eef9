import { idSchema } from "@guildhall/core";
import { takeDocument } from "@guildhall/docs";
import { exportInput } from "@guildhall/docs/schemas";
import { z } from "zod";
import { liveTexts } from "../../documents/live-blocks/live-texts.ts";
import { fileAnswer } from "../../documents/taking/file-answer.ts";
import { workspaceRoute } from "../../server/define-route.ts";

/** A document, alone or with all below it, as a file. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  search: exportInput,
  permission: "workspace.enter",
}).open(async ({ scope, house, params, search: { format, below } }) =>
  fileAnswer(
    await takeDocument({
      database: house.database,
      liveTexts,
      store: house.files,
      scope,
      thing: { documentId: params.document, below },
      format,
      hall: `${house.publicUrl()}/w/${params.tenant}`,
    }),
  ),
);

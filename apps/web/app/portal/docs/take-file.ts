import { idSchema } from "@guildhall/core";
import { takeDocument } from "@guildhall/docs";
import { exportInput } from "@guildhall/docs/schemas";
import { z } from "zod";
import { liveTexts } from "../../documents/live-blocks/live-texts.ts";
import { fileAnswer } from "../../documents/taking/file-answer.ts";
import { portalRoute } from "../../server/define-route.ts";

/** A document as a file, for whoever may see it. */
export const loader = portalRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  search: exportInput.extend({ key: z.string().max(40).optional() }),
  access: "anyone",
}).open(async ({ scope, house, params, search: { format, key } }) =>
  fileAnswer(
    await takeDocument({
      database: house.database,
      liveTexts,
      store: house.files,
      scope,
      thing: { documentId: params.document, below: false },
      format,
      key: key ?? null,
      hall: `${house.publicUrl()}/c/${params.tenant}`,
    }),
  ),
);

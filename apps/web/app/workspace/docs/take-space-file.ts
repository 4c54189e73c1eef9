import { idSchema } from "@guildhall/core";
import { takeDocument } from "@guildhall/docs";
import { spaceExportInput } from "@guildhall/docs/schemas";
import { z } from "zod";
import { liveTexts } from "../../documents/live-blocks/live-texts.ts";
import { fileAnswer } from "../../documents/taking/file-answer.ts";
import { workspaceRoute } from "../../server/define-route.ts";

/** A whole space as an archive, which is written while it is sent. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string(), space: idSchema("space") }),
  search: spaceExportInput,
  permission: "workspace.enter",
}).open(async ({ scope, house, params, search: { format } }) =>
  fileAnswer(
    await takeDocument({
      database: house.database,
      liveTexts,
      store: house.files,
      scope,
      thing: { spaceId: params.space },
      format,
      hall: `${house.publicUrl()}/w/${params.tenant}`,
    }),
  ),
);

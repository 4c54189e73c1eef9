import { notFound } from "@guildhall/core";
import { fileAccess, fileResponse, openFile } from "@guildhall/files";
import { z } from "zod";
import { portalRoute } from "../server/define-route.ts";

/** A hall's sign hangs outside, for everybody. */
const logos = fileAccess({ tenant: async () => true });

/** The hall's logo, where it has one. */
export const loader = portalRoute({ params: z.object({ tenant: z.string() }), access: "anyone" }).open(
  async ({ scope, visit, params, house, request }) => {
    const access = await visit.access(params.tenant);
    const logo = access?.tenant.logoFileId;
    if (!logo) throw notFound();
    const file = await house.database.withTenant(
      scope,
      (ctx) => openFile(ctx, house.files, logos, logo, { width: 320 }),
      { readOnly: true },
    );
    return fileResponse(file, request);
  },
);

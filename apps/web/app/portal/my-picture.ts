import { notFound } from "@guildhall/core";
import { fileAccess, fileResponse, openFile } from "@guildhall/files";
import { getPerson, mayViewPerson } from "@guildhall/people";
import { z } from "zod";
import { portalRoute } from "../server/define-route.ts";

const ownPictures = fileAccess({ person: mayViewPerson });

/** The picture that whoever asks has in this hall. */
export const loader = portalRoute({ params: z.object({ tenant: z.string() }), access: "member" }).open(
  async ({ scope, house, request }) => {
    const { actor } = scope;
    const file = await house.database.withTenant(
      scope,
      async (ctx) => {
        if (actor.kind !== "person") throw notFound();
        const { avatarFileId } = await getPerson(ctx, actor.personId);
        if (!avatarFileId) throw notFound();
        return openFile(ctx, house.files, ownPictures, avatarFileId, { width: 320 });
      },
      { readOnly: true },
    );
    return fileResponse(file, request);
  },
);

import { idSchema } from "@guildhall/core";
import { openNotice } from "@guildhall/notify";
import { suiteNotices } from "@guildhall/suite";
import { z } from "zod";
import { addressOf } from "../../notices/notices-page.ts";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";

/** Goes to what a notice tells of; it is read from then on. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string(), notice: idSchema("notification") }),
  permission: "workspace.enter",
}).open(async ({ scope, house, params }) => {
  const place = await house.database.withTenant(scope, (ctx) =>
    openNotice(ctx, suiteNotices, { noticeId: params.notice }),
  );
  const isStaff = scope.actor.can("workspace.enter");
  return seeOther(addressOf(place, { slug: params.tenant, from: "w", isStaff }));
});

import { isFreshlyProved } from "@guildhall/auth";
import { getMyRecord } from "@guildhall/people";
import { z } from "zod";
import { portalRoute, seeOther } from "../server/define-route.ts";
import { whoIsHere } from "../server/who-is-here.ts";

/** A member's own record in this hall, as a file to take along. */
export const action = portalRoute({ params: z.object({ tenant: z.string() }), access: "member" }).action(
  async ({ ctx, visit }) => {
    const who = await whoIsHere(visit);
    const home = `/c/${ctx.tenant.slug}/me`;
    if (!isFreshlyProved(who, new Date())) return seeOther(`/account/prove?to=${encodeURIComponent(home)}`);
    const { fields, values, ...me } = await getMyRecord(ctx);
    const named = Object.fromEntries(fields.map(({ id, name }) => [name, values[id] ?? null]));
    const kept = {
      format: "guildhall-record-1",
      exportedAt: ctx.clock.now(),
      house: ctx.tenant.name,
      ...me,
      fields: named,
    };
    return new Response(JSON.stringify(kept, null, 2), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="${ctx.tenant.slug}-record-${ctx.clock.now().toISOString().slice(0, 10)}.json"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  },
);

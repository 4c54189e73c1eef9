import { bellOf } from "@guildhall/notify";
import { isWaiting } from "@guildhall/people";
import { getPortal } from "@guildhall/tenancy";
import { accentStyle } from "@guildhall/ui";
import { type MetaFunction, Outlet, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { portalRoute } from "../server/define-route.ts";
import { ErrorPage } from "../shell/error-page.tsx";
import { FrontFrame } from "../shell/front-frame.tsx";
import { LiveLine } from "../workspace/live/live-line.tsx";
import { PortalFrame } from "./portal-frame.tsx";
import { portalMeta } from "./portal-meta.ts";
import type { PortalView } from "./portal-view.ts";

export const loader = portalRoute({ params: z.object({ tenant: z.string() }), access: "anyone" }).open(
  async ({ scope, visit, params, house }): Promise<PortalView> => {
    const session = await visit.session();
    const access = await visit.access(params.tenant);
    const { slug, name, accent, timeZone } = scope.tenant;
    const { portal, waiting, bell } = await house.database.withTenant(
      scope,
      async (ctx) => ({
        portal: await getPortal(ctx),
        waiting: session !== null && scope.actor.kind === "visitor" && (await isWaiting(ctx, session.user.id)),
        bell: scope.actor.kind === "person" ? await bellOf(ctx) : null,
      }),
      { readOnly: true },
    );
    const { actor } = scope;
    return {
      tenant: { slug, name, accent, timeZone, logo: access?.tenant.logoFileId ? `/c/${slug}/logo` : null },
      portal,
      locale: scope.locale,
      origin: house.publicUrl(),
      email: session?.user.email ?? null,
      me: actor.kind === "person" ? { id: actor.personId, name: access?.personName ?? "" } : null,
      isStaff: actor.can("workspace.enter"),
      waiting,
      bell,
    };
  },
);

export const meta: MetaFunction<typeof loader> = ({ data, location }) => portalMeta(data, location.pathname);

export default function Portal() {
  const { tenant, me } = useLoaderData<typeof loader>();
  const frame = (
    <PortalFrame>
      <Outlet />
    </PortalFrame>
  );
  return (
    <div style={accentStyle(tenant.accent)}>
      {me ? <LiveLine address={`/c/${tenant.slug}/live`}>{frame}</LiveLine> : frame}
    </div>
  );
}

export function ErrorBoundary() {
  return (
    <FrontFrame>
      <ErrorPage />
    </FrontFrame>
  );
}

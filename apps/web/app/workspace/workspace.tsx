import type { FoundTenant, Scope } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import { bellOf } from "@guildhall/notify";
import { trialDaysLeft } from "@guildhall/tenancy";
import { permissions } from "@guildhall/tenancy/schemas";
import { Outlet, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { workspaceRoute } from "../server/define-route.ts";
import { ErrorPage } from "../shell/error-page.tsx";
import { useWords } from "../shell/words.ts";
import { ClosingBanner } from "./closing-banner.tsx";
import { LiveLine } from "./live/live-line.tsx";
import { TrialBanner } from "./trial-banner.tsx";
import { WorkspaceFrame } from "./workspace-frame.tsx";

export const loader = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "workspace.enter" }).open(
  async ({ scope, visit, params, house }) => {
    const access = await visit.access(params.tenant);
    const { slug, name, accent, timeZone } = scope.tenant;
    return {
      tenant: { slug, name, accent, timeZone, logoFileId: access?.tenant.logoFileId ?? null },
      me: { name: access?.personName ?? "", id: scope.actor.kind === "person" ? scope.actor.personId : "" },
      may: permissions.filter((permission) => scope.actor.can(permission)),
      bell: await house.database.withTenant(scope, bellOf, { readOnly: true }),
      standing: standingOf(access?.tenant ?? null, scope),
    };
  },
);

/** What the whole hall should know of its time here. */
function standingOf(found: FoundTenant | null, { actor, clock }: Scope) {
  return {
    trialDaysLeft: actor.can("settings.edit") ? trialDaysLeft(found?.trialEndsAt ?? null, clock.now()) : null,
    closesAt: found?.closesAt ?? null,
    mayKeep: actor.can("tenant.own"),
  };
}

export type WorkspaceData = typeof loader;

export default function Workspace() {
  const { tenant, me, may, standing, bell } = useLoaderData<typeof loader>();
  return (
    <LiveLine address={`/w/${tenant.slug}/live`}>
      <WorkspaceFrame
        tenant={tenant}
        me={me}
        may={may}
        bell={bell}
        banner={
          <>
            <ClosingBanner closesAt={standing.closesAt} mayKeep={standing.mayKeep} hall={tenant} />
            <TrialBanner daysLeft={standing.trialDaysLeft} />
          </>
        }
      >
        <Outlet />
      </WorkspaceFrame>
    </LiveLine>
  );
}

export function ErrorBoundary() {
  const { tenant } = useParams();
  const { t } = useWords();
  return (
    <main id="main" aria-label={t(m.shell_name)}>
      <ErrorPage home={tenant ? `/w/${tenant}` : "/"} />
    </main>
  );
}

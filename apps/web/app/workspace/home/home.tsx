import { setLocale } from "@guildhall/auth";
import { localeSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import {
  dismissStarterSteps,
  listPeople,
  listStarterSteps,
  restoreStarterSteps,
  settleStarterStep,
} from "@guildhall/people";
import { listAudit } from "@guildhall/tenancy";
import { PageHeader, Section, Stack, TextLink } from "@guildhall/ui";
import { useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { useHall } from "../use-hall.ts";
import type { WorkspaceData } from "../workspace.tsx";
import { Lately } from "./lately.tsx";
import { NewFaces } from "./new-faces.tsx";
import { StarterList } from "./starter-list.tsx";

const here = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "workspace.enter" });
const few = { size: 6, cursor: null };

export const loader = here.loader(async ({ ctx }) => ({
  starter: await listStarterSteps(ctx),
  faces: ctx.actor.can("people.view") ? (await listPeople(ctx, few)).rows : [],
  lately: ctx.actor.can("audit.view") ? (await listAudit(ctx, { page: few })).rows : [],
}));

const input = z.discriminatedUnion("act", [
  z.object({ act: z.literal("dismiss"), step: z.string().max(40) }),
  z.object({ act: z.literal("dismiss-all") }),
  z.object({ act: z.literal("restore") }),
  z.object({ act: z.literal("language"), locale: localeSchema }),
]);

export const action = here.open(async ({ scope, house, request, params }) => {
  const wanted = input.parse(Object.fromEntries(await request.formData()));
  await house.database.withTenant(scope, async (ctx) => {
    if (wanted.act === "dismiss") await settleStarterStep(ctx, wanted.step, "dismissed");
    else if (wanted.act === "dismiss-all") await dismissStarterSteps(ctx);
    else if (wanted.act === "restore") await restoreStarterSteps(ctx);
    else await settleStarterStep(ctx, "language", "done");
  });
  if (wanted.act === "language" && scope.actor.kind === "person")
    await setLocale(house.database, scope.actor.userId, wanted.locale);
  return seeOther(`/w/${params.tenant}`);
});

export const meta = pageTitle(m.signup_home);

export default function Home() {
  const { starter, faces, lately } = useLoaderData<typeof loader>();
  const me = useRouteLoaderData<WorkspaceData>("workspace/workspace")?.me;
  const hall = useHall();
  const { t } = useWords();
  useLive("people.");
  return (
    <Stack gap={6}>
      <PageHeader
        size="l"
        title={t(m.signup_home_title, { name: me?.name ?? "" })}
        description={t(m.signup_home_text, { hall: hall.name })}
      />
      <StarterList list={starter} personId={me?.id ?? ""} />
      {faces.length > 0 && (
        <Section
          title={t(m.signup_home_faces)}
          actions={
            <TextLink href={`/w/${hall.slug}/people`} alone>
              {t(m.signup_home_all_people)}
            </TextLink>
          }
        >
          <NewFaces people={faces} />
        </Section>
      )}
      {lately.length > 0 && (
        <Section
          title={t(m.signup_home_lately)}
          actions={
            <TextLink href={`/w/${hall.slug}/audit`} alone>
              {t(m.signup_home_history)}
            </TextLink>
          }
        >
          <Lately entries={lately} />
        </Section>
      )}
    </Stack>
  );
}

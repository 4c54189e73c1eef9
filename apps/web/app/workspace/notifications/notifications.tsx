import { m } from "@guildhall/i18n/messages";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { NoticeCentre } from "../../notices/notice-centre.tsx";
import { answerNotices, noticesPage, noticesSearch } from "../../notices/notices-page.ts";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useHall } from "../use-hall.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: noticesSearch,
  permission: "workspace.enter",
});

export const loader = here.open(({ scope, house, search }) =>
  house.database.withTenant(scope, (ctx) => noticesPage(ctx, search)),
);

export const action = here.open(async ({ scope, house, request }) => {
  const form = await request.formData();
  await house.database.withTenant(scope, (ctx) => answerNotices(ctx, form));
  const { pathname, search } = new URL(request.url);
  return seeOther(pathname.replace(/\.data$/, "") + search);
});

export const meta = pageTitle(m.notices_title);

/** Everything that its reader was told in this hall. */
export default function Notifications() {
  const { slug, timeZone } = useHall();
  return <NoticeCentre {...useLoaderData<typeof loader>()} base={`/w/${slug}`} zone={timeZone} />;
}

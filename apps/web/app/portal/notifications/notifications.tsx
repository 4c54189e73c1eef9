import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { NoticeCentre } from "../../notices/notice-centre.tsx";
import { answerNotices, noticesPage, noticesSearch } from "../../notices/notices-page.ts";
import { portalRoute, seeOther } from "../../server/define-route.ts";
import { usePortal } from "../use-portal.ts";

const here = portalRoute({
  params: z.object({ tenant: z.string() }),
  search: noticesSearch,
  access: "member",
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

/** Everything that its reader was told in this hall. */
export default function Notifications() {
  const { slug, timeZone } = usePortal().tenant;
  return (
    <div className="mx-auto max-w-letter px-s4 py-s5">
      <NoticeCentre {...useLoaderData<typeof loader>()} base={`/c/${slug}`} zone={timeZone} />
    </div>
  );
}

import { getMe } from "@guildhall/people";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { portalRoute } from "../server/define-route.ts";
import { homeStates } from "./home-state.ts";
import { MemberHome } from "./member-home.tsx";
import { VisitorHome } from "./visitor-home.tsx";

export const loader = portalRoute({
  params: z.object({ tenant: z.string() }),
  search: z.object({ state: z.enum(homeStates).optional().catch(undefined) }),
  access: "anyone",
}).loader(async ({ ctx, search }) => ({
  me: ctx.actor.kind === "person" ? await getMe(ctx) : null,
  state: search.state ?? null,
}));

export default function PortalHome() {
  const { me, state } = useLoaderData<typeof loader>();
  return me ? <MemberHome me={me} state={state} /> : <VisitorHome state={state} />;
}

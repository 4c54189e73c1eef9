import { z } from "zod";
import { route, safeReturn, seeOther } from "../server/define-route.ts";

const search = z.object({ to: z.string().max(2_000).optional() });

export const action = route({ area: "public", search }).action(async ({ request, house, search: { to } }) => {
  const token = house.sessions.readCookie(request.headers.get("cookie"));
  if (token) await house.sessions.close(token);
  return seeOther(safeReturn(to ?? null, "/"), { "set-cookie": house.sessions.cookie(null) });
});

import { route, seeOther } from "../server/define-route.ts";

export const action = route({ area: "public" }).action(async ({ request, house }) => {
  const token = house.sessions.readCookie(request.headers.get("cookie"));
  if (token) await house.sessions.close(token);
  return seeOther("/", { "set-cookie": house.sessions.cookie(null) });
});

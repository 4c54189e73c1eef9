import { askForPasskey } from "@guildhall/auth";
import { route } from "../server/define-route.ts";

/** What an authenticator must sign, for signing in and for proving it again. */
export const action = route({ area: "public" }).action(async ({ visit, house }) =>
  Response.json(await askForPasskey(house, { ip: visit.ip, now: new Date() })),
);

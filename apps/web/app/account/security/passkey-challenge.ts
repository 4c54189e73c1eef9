import { beginPasskey } from "@guildhall/auth";
import { route } from "../../server/define-route.ts";
import { whoIsHere } from "../../server/who-is-here.ts";

/** What an authenticator needs to make a key for whoever is signed in. */
export const action = route({ area: "account" }).action(async ({ visit, house }) =>
  Response.json(await beginPasskey(house, await whoIsHere(visit), new Date())),
);

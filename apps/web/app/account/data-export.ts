import { isFreshlyProved } from "@guildhall/auth";
import { exportOwnAccount } from "@guildhall/people";
import { route, seeOther } from "../server/define-route.ts";
import { whoIsHere } from "../server/who-is-here.ts";

/** All that is kept about whoever is signed in, as a file to take along. */
export const loader = route({ area: "account" }).loader(async ({ visit, house }) => {
  const who = await whoIsHere(visit);
  const now = new Date();
  if (!isFreshlyProved(who, now)) return seeOther("/account/prove?to=%2Faccount%2Fdata");
  const account = await exportOwnAccount(house.database, who, now);
  return new Response(JSON.stringify(account, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="guildhall-account-${now.toISOString().slice(0, 10)}.json"`,
      "cache-control": "private, no-store",
    },
  });
});

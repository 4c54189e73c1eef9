import { m } from "@guildhall/i18n/messages";
import { findOfferById, readJoinProof, spendJoinProof } from "@guildhall/people";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route } from "../../server/define-route.ts";
import type { House } from "../../server/house.ts";
import type { Visit } from "../../server/visit.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { answerAtDoor, type Entrance, scopeAtDoor, welcome } from "./entrance.ts";
import { JoinPage } from "./join-page.tsx";

const params = z.object({ tenant: z.string().max(48), token: z.string().max(200) });
const door = route({ area: "public", params });

interface Room {
  readonly house: House;
  readonly visit: Visit;
  readonly params: z.output<typeof params>;
}

/** With the link of the mail that followed an invitation link: it proves the mailbox that it went to. */
async function entranceOf({ house, visit, params: { tenant, token } }: Room): Promise<Entrance> {
  const { database } = house;
  const scope = await scopeAtDoor({ visit }, tenant);
  const proof = await readJoinProof(database, scope, token);
  const offer =
    proof && (await database.withTenant(scope, (ctx) => findOfferById(ctx, proof.invitationId), { readOnly: true }));
  return {
    scope,
    offer,
    provenEmail: proof?.email ?? null,
    spend: () => spendJoinProof(database, scope, token),
  };
}

export const loader = door.loader(async (room) => welcome(room, await entranceOf(room)));
export const action = door.action(async (room) => answerAtDoor(room, await entranceOf(room)));

export const meta = pageTitle(m.staff_join);

export default function Confirm() {
  return <JoinPage {...useLoaderData<typeof loader>()} />;
}

import { m } from "@guildhall/i18n/messages";
import { findOffer } from "@guildhall/people";
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

/** With the token of an invitation: its mail proves the mailbox it went to, a link proves none. */
async function entranceOf({ house, visit, params: { tenant, token } }: Room): Promise<Entrance> {
  const scope = await scopeAtDoor({ visit }, tenant);
  const offer = await house.database.withTenant(scope, (ctx) => findOffer(ctx, token), { readOnly: true });
  return { scope, offer, provenEmail: offer?.email ?? null, spend: async () => undefined };
}

export const loader = door.loader(async (room) => welcome(room, await entranceOf(room)));
export const action = door.action(async (room) => answerAtDoor(room, await entranceOf(room)));

export const meta = pageTitle(m.staff_join);

export default function Join() {
  return <JoinPage {...useLoaderData<typeof loader>()} />;
}

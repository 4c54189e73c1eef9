import { completeSignIn, countAttempt } from "@guildhall/auth";
import { conflict, invalid, notFound, unauthenticated } from "@guildhall/core";
import type { Scope } from "@guildhall/db";
import { findAccountAtDoor, joinHall, makeAccount, type Offer, sendJoinProof } from "@guildhall/people";
import { joinWithNewAccountInput, proveMailboxInput } from "@guildhall/people/schemas";
import { z } from "zod";
import { seeOther } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import type { House } from "../../server/house.ts";
import { joinDoor } from "../../server/join-door.ts";
import { renewSession } from "../../server/renew-session.ts";
import { isAppError } from "../../server/route-answer.ts";
import { scopeOf, type Visit } from "../../server/visit.ts";

interface Room {
  readonly request: Request;
  readonly house: House;
  readonly visit: Visit;
}

/** Somebody who stands at a hall's door with a token. */
export interface Entrance {
  readonly scope: Scope;
  /** Null where the token never opened anything. */
  readonly offer: Offer | null;
  /** The mailbox that the token proves to be theirs; null for a link that was passed on. */
  readonly provenEmail: string | null;
  /** What makes the token good for nothing more, once they are in. */
  spend(): Promise<void>;
}

/** What they can do next. */
type Step = "over" | "inside" | "join" | "switch" | "prove" | "account";

/** The hall at this address, as anybody may come to its door. */
export async function scopeAtDoor({ visit }: Pick<Room, "visit">, slug: string): Promise<Scope> {
  const access = await visit.access(slug);
  if (!access) throw notFound();
  return scopeOf(access, await visit.locale(), visit);
}

/** What the page at the door shows: who invites to which hall, and the one thing to do. */
export async function welcome({ request, house, visit }: Room, { scope, offer, provenEmail }: Entrance) {
  const session = await visit.session();
  const account = session && (await findAccountAtDoor(house.database, session.user.id));
  const step = ((): Step => {
    if (scope.actor.can("workspace.enter")) return "inside";
    if (offer?.state !== "waiting") return "over";
    if (!account) return provenEmail === null ? "prove" : "account";
    if (provenEmail !== null) return account.email === provenEmail ? "join" : "switch";
    return account.emailVerified ? "join" : "prove";
  })();
  const { pathname, searchParams } = new URL(request.url);
  const { slug, name, accent } = scope.tenant;
  return {
    step,
    hall: offer || step === "inside" ? { slug, name, accent } : null,
    inviter: offer?.inviterName ?? null,
    role: offer?.role ?? null,
    fullName: offer?.fullName ?? null,
    email: provenEmail,
    me: account?.email ?? null,
    sent: searchParams.has("sent"),
    here: pathname.replace(/\.data$/, ""),
  };
}

const acts = z.enum(["join", "account", "prove", "switch"]);

/** Does what somebody at the door asks for, as far as their step lets them. */
export async function answerAtDoor(room: Room, entrance: Entrance) {
  const form = await room.request.formData();
  const act = acts.safeParse(form.get("act"));
  if (!act.success) return answerForm(form, z.object({}), () => Promise.reject(invalid("core.invalid")));
  switch (act.data) {
    case "switch":
      return answerForm(form, z.object({}), () => signOut(room));
    case "join":
      return answerForm(form, z.object({}), () => join(room, entrance));
    case "account":
      return answerForm(form, joinWithNewAccountInput, (input) => joinAsNew(room, entrance, input));
    case "prove":
      return answerForm(form, proveMailboxInput, ({ email }) => prove(room, entrance, email));
  }
}

async function signOut({ request, house }: Room): Promise<Response> {
  const token = house.sessions.readCookie(request.headers.get("cookie"));
  if (token) await house.sessions.close(token);
  return seeOther(pathOf(request), { "set-cookie": house.sessions.cookie(null) });
}

async function join({ request, house, visit }: Room, entrance: Entrance): Promise<Response> {
  const session = await visit.session();
  const account = session && (await findAccountAtDoor(house.database, session.user.id));
  if (!account) return seeOther(pathOf(request)); // signed out meanwhile: the page knows what comes next
  await joinHall(house.database, entrance.scope, account, { ...entrance, offer: open(entrance) });
  await entrance.spend();
  return seeOther(`/w/${entrance.scope.tenant.slug}`, await renewSession(house, visit));
}

/** The account first, since it is theirs whatever becomes of the seat; then in, or back to the door as who they are now. */
async function joinAsNew({ request, house, visit }: Room, entrance: Entrance, input: unknown): Promise<Response> {
  const offer = open(entrance);
  const { provenEmail } = entrance;
  if (provenEmail === null) throw invalid("people.email-unverified");
  await countAttempt(
    house.database,
    [{ key: `join-account:${visit.ip ?? "unknown"}`, most: 20, within: 3_600 }],
    new Date(),
  );
  const { userId, fullName } = await makeAccount(house.database, { provenEmail, locale: await visit.locale() }, input);
  const outcome = await completeSignIn(house.sessions, {
    userId,
    proof: "mail",
    device: { userAgent: visit.userAgent, ip: visit.ip },
    previousToken: house.sessions.readCookie(request.headers.get("cookie")),
  });
  if (outcome.kind !== "signed-in") throw unauthenticated();
  const cookie = { "set-cookie": house.sessions.cookie(outcome.token) };
  const account = { userId, email: provenEmail, emailVerified: true, fullName };
  try {
    await joinHall(house.database, entrance.scope, account, { offer, provenEmail });
  } catch (error) {
    if (!isAppError(error)) throw error;
    return seeOther(pathOf(request), cookie);
  }
  await entrance.spend();
  return seeOther(`/w/${entrance.scope.tenant.slug}`, cookie);
}

/** The same answer whatever address it is: what follows is in the mail, for whoever reads it. */
async function prove({ request, house, visit }: Room, entrance: Entrance, email: string): Promise<Response> {
  const offer = open(entrance);
  if (entrance.provenEmail !== null) throw conflict("people.invitation-for-another");
  await countAttempt(
    house.database,
    [
      { key: `join-prove-ip:${visit.ip ?? "unknown"}`, most: 20, within: 3_600 },
      { key: `join-prove:${email}`, most: 5, within: 3_600 },
    ],
    new Date(),
  );
  const locale = await visit.locale();
  await sendJoinProof(house.database, entrance.scope, { offer, email, locale, door: joinDoor(house) });
  return seeOther(`${pathOf(request)}?sent`);
}

function open({ offer }: Entrance): Offer {
  if (offer?.state !== "waiting") throw conflict("people.invitation-over");
  return offer;
}

const pathOf = (request: Request) => new URL(request.url).pathname.replace(/\.data$/, "");

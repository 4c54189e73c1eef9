import { provesTwoFactors, type Sessions, type SignedIn } from "@guildhall/auth";
import type { Id } from "@guildhall/core";
import type { Database, FoundTenant, Scope } from "@guildhall/db";
import { tenantOf } from "@guildhall/db";
import { type Access, findAccess, type Standing } from "@guildhall/people";
import { type FoundRoom, findRoom, openRoom } from "../kinds/open-room.ts";
import type { RoomAccess, RoomKind, RoomKinds } from "../kinds/room-kind.ts";
import { type RoomName, readRoomName } from "../kinds/room-name.ts";
import type { Identity } from "../rooms/member.ts";
import { colorOf } from "./color-of.ts";

/** Who knocks, as their request says. */
export interface Knocking {
  readonly room: string;
  readonly cookie: string | null;
  /** Of the page that knocks; null where it said none. */
  readonly generation: number | null;
  readonly schemaVersion: number | null;
  readonly key: string | null;
}

export interface Admitted {
  readonly room: FoundRoom;
  readonly kind: RoomKind;
  readonly access: RoomAccess;
  readonly identity: Identity;
  /** What the line is held to as long as it is open; null for somebody not signed in. */
  readonly standing: Standing | null;
}

/** 401: sign in first. 404: nothing is there for them. 409: their page is older than the room. */
export interface Refused {
  readonly refused: 401 | 404 | 409;
  /** What the page would have to be, for one that is older. */
  readonly generation?: number;
  readonly schemaVersion?: number;
}

export interface Door {
  readonly database: Database;
  readonly sessions: Sessions;
  readonly kinds: RoomKinds;
}

/** Everything that is asked of somebody before a line is opened, and again when it may have changed. */
export async function admit({ database, sessions, kinds }: Door, knocking: Knocking): Promise<Admitted | Refused> {
  const name = readRoomName(knocking.room);
  const kind = name && kinds.get(name.kind);
  if (!name || !kind) return { refused: 404 };
  const token = sessions.readCookie(knocking.cookie);
  const signedIn = token ? await sessions.check(token) : null;
  const hall = await database.withPlatform("sign-in", (db) => findAccess(db, name.slug, signedIn?.user.id ?? null), {
    readOnly: true,
  });
  const nothing: Refused = { refused: signedIn ? 404 : 401 };
  if (!hall || !isOpen(hall.tenant)) return nothing;
  const underSignInRules = hall.actor.role !== null;
  if (underSignInRules && hall.tenant.requiresSecondFactor && !provesTwoFactors(signedIn?.proved ?? []))
    return { refused: 401 };
  const entered = await enterRoom(database, hall, kind, name, knocking.key);
  if (!entered) return nothing;
  const { generation } = entered.room;
  const { schemaVersion } = kind;
  // A page that does not say is one of the first.
  if ((knocking.generation ?? 1) !== generation || (knocking.schemaVersion ?? 1) !== schemaVersion)
    return { refused: 409, generation, schemaVersion };
  return { ...entered, kind, identity: identityOf(hall), standing: standingOf(hall, signedIn, underSignInRules) };
}

function isOpen({ status, closesAt, clock }: FoundTenant): boolean {
  return status === "active" && (closesAt === null || closesAt > clock.now());
}

/** First whether they may, then the room: nobody makes one by knocking. */
async function enterRoom(
  database: Database,
  { tenant, actor }: Access,
  kind: RoomKind,
  { subjectId }: RoomName,
  key: string | null,
): Promise<{ room: FoundRoom; access: RoomAccess } | null> {
  const scope: Scope = { tenant: tenantOf(tenant), actor, clock: tenant.clock, locale: tenant.locale, requestId: null };
  return database.withTenant(scope, async (ctx) => {
    // Its version first: what changes after that is noticed by it.
    const known = await findRoom(ctx, kind.kind, subjectId);
    const access = await kind.authorise(ctx, { subjectId, key });
    return access && { access, room: known ?? (await openRoom(ctx, kind, subjectId)) };
  });
}

function identityOf({ actor, personName }: Access): Identity {
  if (actor.kind !== "person") return { userId: null, personId: null, name: "", color: colorOf("") };
  return { userId: actor.userId, personId: actor.personId, name: personName ?? "", color: colorOf(actor.personId) };
}

function standingOf({ tenant, actor }: Access, signedIn: SignedIn | null, underSignInRules: boolean): Standing | null {
  if (!signedIn || actor.kind !== "person") return null;
  return { sessionId: signedIn.sessionId, tenantId: tenant.id as Id<"tenant">, role: actor.role, underSignInRules };
}

import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { type ExaminedPerson, examinePerson } from "../claims/examine-person.ts";
import { isSharedAddress } from "../claims/is-shared-address.ts";
import { admit, type Claim } from "./admit.ts";
import { fileRequest, type WaitReason } from "./file-request.ts";
import { findOwnPerson, holdDoor } from "./hold-door.ts";
import type { Joiner, JoinOutcome } from "./member.ts";

interface Entry {
  readonly joiner: Joiner;
  /** The record that is theirs, by what they have just proved. */
  readonly claim: Claim | null;
  /** Whether staff want to see everybody first. */
  readonly asks: boolean;
  /** Staff invited them since, or handed them a link: an earlier "no" no longer stands. */
  readonly invited: boolean;
}

/**
 * Through the door, once it is known who stands there and which record is theirs: in, or on the list of those who wait
 * for staff. A record that might be shared, is somebody's already, or whose person was shown out, is for staff to give.
 */
export async function enterHall(ctx: Ctx, { joiner, claim, asks, invited }: Entry): Promise<JoinOutcome> {
  await holdDoor(ctx, joiner.userId);
  const person = claim && (await examinePerson(ctx, claim.personId));
  if (claim && !person) throw notFound();
  const kept = claim && person ? { ...claim, personId: person.personId } : null;

  const own = await findOwnPerson(ctx, joiner.userId);
  if (own) return kept === null || kept.personId === own ? { kind: "member", personId: own } : twoRecords();
  if (!invited && (await wasDeclined(ctx, joiner.userId))) return { kind: "declined" };

  const reason = waitReason(joiner, kept, person, asks);
  if (reason) {
    await fileRequest(ctx, { joiner, reason, claim: kept });
    return { kind: "waiting" };
  }
  const personId = await admit(ctx, joiner, kept);
  return { kind: "joined", personId, claimed: kept !== null };

  async function twoRecords(): Promise<JoinOutcome> {
    await fileRequest(ctx, { joiner, reason: "two-records", claim: kept, hasPersonId: own });
    return { kind: "two-records" };
  }
}

function waitReason(
  { email }: Joiner,
  claim: Claim | null,
  person: ExaminedPerson | null,
  asks: boolean,
): WaitReason | null {
  if (person?.isStaff || person?.hasLogin) return "person-taken";
  if (person?.shownOut && claim?.by !== "link") return "shown-out";
  if (claim?.by === "email" && isSharedAddress(email)) return "shared-address";
  return asks ? "approval" : null;
}

const days = 86_400_000;
const declineStands = 30 * days;

/** A "no" stands for a month. */
async function wasDeclined(ctx: Ctx, userId: Id<"user_account">): Promise<boolean> {
  const since = new Date(ctx.clock.now().getTime() - declineStands);
  const declined = await ctx.db
    .selectFrom("join_request")
    .select("id")
    .where("user_id", "=", userId)
    .where("kind", "=", "join")
    .where("state", "=", "declined")
    .where("decided_at", ">", since)
    .executeTakeFirst();
  return declined !== undefined;
}

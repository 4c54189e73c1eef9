import { createHash, createHmac, randomBytes } from "node:crypto";
import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";

/** What invitations are sent with: where their links lead, and what those that are passed on are made of. */
export interface JoinDoor {
  /** The installation's own; whoever has it could make links. */
  readonly secret: string;
  /** Where people reach the house: "https://guildhall.example". */
  readonly publicUrl: string;
}

/** A token for one mailbox. Nobody else may ever see it, so it is kept as its hash alone. */
export function newMailToken(): string {
  return randomBytes(32).toString("base64url");
}

/** The token of a link that is passed on by hand: made again whenever those who may look at it do, and kept nowhere. */
export function linkToken({ secret }: JoinDoor, ctx: Ctx, invitationId: Id<"invitation">): string {
  return createHmac("sha256", secret).update(`staff-invitation:${ctx.tenant.id}:${invitationId}`).digest("base64url");
}

export function hashOf(token: string): string {
  return createHash("sha256").update(`staff-invitation:${token}`).digest("hex");
}

export function joinAddress({ publicUrl }: JoinDoor, slug: string, token: string): string {
  return new URL(`/join/${slug}/${token}`, publicUrl).href;
}

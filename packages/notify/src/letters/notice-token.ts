import { createHmac, timingSafeEqual } from "node:crypto";
import { type Id, idSchema, invalid } from "@guildhall/core";
import { z } from "zod";

/** Whose choices a link in a mail opens, and what it stops with one click: a topic, "digest", or nothing. */
export interface NoticeKey {
  readonly tenantId: Id<"tenant">;
  readonly personId: Id<"person">;
  readonly stops: string | null;
  /** When the mail was written, by the hall's clock; kept to the second. */
  readonly writtenAt: Date;
}

const contents = z.tuple([idSchema("tenant"), idSchema("person"), z.string().max(40).nullable(), z.int().positive()]);

/** A word that lets whoever holds it choose what mail that person gets, for as long as `reachOf` says, and see or do nothing else. */
export function makeNoticeToken(secret: string, { tenantId, personId, stops, writtenAt }: NoticeKey): string {
  const seconds = Math.floor(writtenAt.getTime() / 1_000);
  const claim = Buffer.from(JSON.stringify([tenantId, personId, stops, seconds])).toString("base64url");
  return `${claim}.${signature(secret, claim)}`;
}

/** Reads a token that we made; invalid input for any other. */
export function readNoticeToken(secret: string, token: string): NoticeKey {
  const [claim = "", signed = "", ...rest] = token.split(".");
  if (rest.length > 0 || !same(signed, signature(secret, claim))) throw invalid("notify.link-malformed");
  const [tenantId, personId, stops, seconds] = contents.parse(JSON.parse(Buffer.from(claim, "base64url").toString()));
  return { tenantId, personId, stops, writtenAt: new Date(seconds * 1_000) };
}

/** How far a link still reaches: to every choice, to stopping what its mail was about, or to nothing. */
export type NoticeReach = "choose" | "stop" | "nothing";

const day = 86_400_000;
const [choosesFor, stopsFor] = [90 * day, 400 * day];

/** By its mail's age: RFC 8058 wants one click to work for a month at least, and people keep mail for longer than that. */
export function reachOf({ stops, writtenAt }: Pick<NoticeKey, "stops" | "writtenAt">, now: Date): NoticeReach {
  const age = now.getTime() - writtenAt.getTime();
  if (age <= choosesFor) return "choose";
  return stops !== null && age <= stopsFor ? "stop" : "nothing";
}

function signature(secret: string, claim: string): string {
  return createHmac("sha256", secret).update(`notice ${claim}`).digest("base64url");
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

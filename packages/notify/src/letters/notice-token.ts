import { createHmac, timingSafeEqual } from "node:crypto";
import { type Id, idSchema, invalid } from "@guildhall/core";
import { z } from "zod";

/** Whose choices a link in a mail opens, and what it stops with one click: a topic, "digest", or nothing. */
export interface NoticeKey {
  readonly tenantId: Id<"tenant">;
  readonly personId: Id<"person">;
  readonly stops: string | null;
}

const contents = z.tuple([idSchema("tenant"), idSchema("person"), z.string().max(40).nullable()]);

/** A word that lets whoever holds it choose what mail that person gets, and see or do nothing else. It never expires: neither does the wish. */
export function makeNoticeToken(secret: string, { tenantId, personId, stops }: NoticeKey): string {
  const claim = Buffer.from(JSON.stringify([tenantId, personId, stops])).toString("base64url");
  return `${claim}.${signature(secret, claim)}`;
}

/** Reads a token that we made; invalid input for any other. */
export function readNoticeToken(secret: string, token: string): NoticeKey {
  const [claim = "", signed = "", ...rest] = token.split(".");
  if (rest.length > 0 || !same(signed, signature(secret, claim))) throw invalid("notify.link-malformed");
  const [tenantId, personId, stops] = contents.parse(JSON.parse(Buffer.from(claim, "base64url").toString()));
  return { tenantId, personId, stops };
}

function signature(secret: string, claim: string): string {
  return createHmac("sha256", secret).update(`notice ${claim}`).digest("base64url");
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

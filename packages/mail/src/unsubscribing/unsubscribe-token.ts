import { createHmac, timingSafeEqual } from "node:crypto";
import { type Id, idSchema, invalid } from "@guildhall/core";
import { z } from "zod";
import { type Channel, channelSchema } from "../addresses/address.ts";
import { type ConsentPurpose, consentPurposeSchema } from "../purpose.ts";

/** Whose consent, to what, a link takes back. */
export interface Unsubscription {
  readonly tenantId: Id<"tenant">;
  readonly channel: Channel;
  readonly address: string;
  readonly purpose: ConsentPurpose;
}

const contents = z.tuple([idSchema("tenant"), channelSchema, z.string(), consentPurposeSchema]);

/** A word that lets whoever holds it say "no more", and nothing else. It never expires: neither does the wish. */
export function makeUnsubscribeToken(secret: string, { tenantId, channel, address, purpose }: Unsubscription): string {
  const claim = Buffer.from(JSON.stringify([tenantId, channel, address, purpose])).toString("base64url");
  return `${claim}.${signature(secret, claim)}`;
}

/** Reads a token that we made; invalid input for any other. */
export function readUnsubscribeToken(secret: string, token: string): Unsubscription {
  const [claim = "", signed = "", ...rest] = token.split(".");
  if (rest.length > 0 || !same(signed, signature(secret, claim))) throw invalid("mail.unsubscribe-link-malformed");
  const [tenantId, channel, address, purpose] = contents.parse(JSON.parse(Buffer.from(claim, "base64url").toString()));
  return { tenantId, channel, address, purpose };
}

/** Where a mail's "unsubscribe" leads: a page for GET, RFC 8058's one click for POST. */
export function unsubscribeUrl(site: { publicUrl: string; secret: string }, unsubscription: Unsubscription): string {
  return new URL(`/unsubscribe/${makeUnsubscribeToken(site.secret, unsubscription)}`, site.publicUrl).href;
}

function signature(secret: string, claim: string): string {
  return createHmac("sha256", secret).update(`unsubscribe ${claim}`).digest("base64url");
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

import type { Database } from "@guildhall/db";
import { z } from "zod";
import type { TokenKind } from "../tokens/credential-token.ts";

/** A passkey as its owner sees it. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  /** Kept safe by its maker too, so that it outlives the device. */
  readonly backedUp: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** The house as authenticators know it. */
export interface RelyingParty {
  readonly database: Database;
  /** Where people reach the house. Passkeys are bound to its host: one made elsewhere opens nothing here. */
  publicUrl(): string;
}

export function partyOf({ publicUrl }: RelyingParty): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(publicUrl());
  return { rpID: hostname, origin };
}

/** What an authenticator must sign to sign somebody in, or prove it again: the token is the challenge. Fifteen minutes, since a browser may offer it for as long as a page is open. */
export const assertionToken = {
  purpose: "passkey-assertion",
  payload: z.object({}),
  seconds: 900,
} satisfies TokenKind<z.ZodType>;

export const registrationToken = {
  purpose: "passkey-registration",
  payload: z.object({}),
  seconds: 900,
} satisfies TokenKind<z.ZodType>;

/** Ed25519, P-256 and RSA, as COSE numbers them: what every authenticator in use has one of. */
export const algorithms = [-8, -7, -257];

/** As many as one person can tell apart. */
export const mostPasskeys = 20;

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const credential = { id: base64url.max(1_400), rawId: base64url.max(1_400), type: z.literal("public-key") };

/** A form carries what the browser answered as text. */
function answerSchema<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .max(20_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "auth.passkey-refused" });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

export const assertionSchema = answerSchema(
  z.object({
    ...credential,
    clientExtensionResults: z.object({}).default({}),
    response: z.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: base64url.exactOptional(),
    }),
  }),
);

const transports = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;

export const attestationSchema = answerSchema(
  z.object({
    ...credential,
    clientExtensionResults: z.object({}).default({}),
    response: z.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      // A browser of tomorrow may name ways that we do not know yet.
      transports: z
        .array(z.string())
        .default([])
        .transform((named) => transports.filter((known) => named.includes(known))),
    }),
  }),
);

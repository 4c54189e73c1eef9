import { createHash, randomBytes } from "node:crypto";
import type { TokenKind } from "@guildhall/auth";
import { idSchema } from "@guildhall/core";
import { z } from "zod";

const hours = 24;
export const signUpHours = hours;
export const signUpSeconds = hours * 3_600;

const payload = z.object({ signUpId: idSchema("sign_up") });

/** The link in the mail that answers a sign-up. */
export const signUpLink: TokenKind<typeof payload> = { purpose: "sign-up", payload, seconds: signUpSeconds };

/** What a browser keeps in a cookie, so that the password which was chosen in it counts there and nowhere else. */
export function newBrowserKey(): string {
  return randomBytes(32).toString("base64url");
}

export function browserHash(key: string): string {
  return createHash("sha256").update(`sign-up browser:${key}`).digest("hex");
}

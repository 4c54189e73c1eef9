import { z } from "zod";

/** What the browser keeps of a sign-up: its key, and what the page that waits for the mail says. */
const remembered = z.object({ key: z.string().max(100), email: z.string().max(254), slug: z.string().max(48) });
type Remembered = z.infer<typeof remembered>;

const name = "signup";
const day = 86_400;

/** The Set-Cookie value that remembers a sign-up for a day; null forgets it. */
export function signUpCookie(signUp: Remembered | null, secure: boolean): string {
  const value = signUp ? Buffer.from(JSON.stringify(signUp)).toString("base64url") : "";
  const flags = `Path=/signup; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return `${name}=${value}; Max-Age=${signUp ? day : 0}; ${flags}`;
}

export function readSignUpCookie(header: string | null): Remembered | null {
  const value = new RegExp(`(?:^|;\\s*)${name}=([\\w-]+)`).exec(header ?? "")?.[1];
  if (!value) return null;
  try {
    return remembered.parse(JSON.parse(Buffer.from(value, "base64url").toString()));
  } catch {
    return null; // somebody's own making
  }
}

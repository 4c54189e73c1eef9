export { countAttempt, type Limit, sweepAttempts } from "./limits/count-attempt.ts";
export { hashPassword, verifyPassword } from "./passwords/password.ts";
export { signInWithPassword } from "./passwords/sign-in-with-password.ts";
export { completeSignIn, type Proof, type SignInOutcome } from "./sessions/complete-sign-in.ts";
export { type Device, openSessions, type Sessions, type SignedIn } from "./sessions/sessions.ts";
export { issueToken, readToken, type TakenToken, type TokenKind, takeToken } from "./tokens/credential-token.ts";
export { createUser } from "./users/create-user.ts";
export { setLocale } from "./users/set-locale.ts";
export type { User } from "./users/user.ts";

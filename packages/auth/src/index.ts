export { countAttempt, type Limit, sweepAttempts } from "./limits/count-attempt.ts";
export { hashPassword, verifyPassword } from "./passwords/password.ts";
export { signInWithPassword } from "./passwords/sign-in-with-password.ts";
export { type Device, openSessions, type Sessions, type SignedIn } from "./sessions/sessions.ts";
export { createUser } from "./users/create-user.ts";
export { setLocale } from "./users/set-locale.ts";
export type { User } from "./users/user.ts";

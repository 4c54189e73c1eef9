export { type Arrival, knockerOf, type Porch } from "./arrivals/arrival.ts";
export { authTasks } from "./auth-tasks.ts";
export { type Entered, findAskedSignIn, signInWithCode } from "./codes/sign-in-with-code.ts";
export {
  confirmEmailChange,
  type ReadEmailChange,
  readEmailChange,
  refuseEmailChange,
} from "./email-changes/answer-email-change.ts";
export { askForEmailChange, cancelEmailChange, findEmailChange } from "./email-changes/ask-for-email-change.ts";
export type { EmailChange } from "./email-changes/email-change.ts";
export { askForEmailVerification, readEmailVerification, verifyEmail } from "./email-changes/verify-email.ts";
export { countAttempt, forgiveAttempt, type Limit } from "./limits/count-attempt.ts";
export { rememberBrowser } from "./limits/known-browser.ts";
export { type Network, networkOf } from "./limits/network.ts";
export { askForSignInCode, askForSignInLink } from "./links/ask-to-sign-in.ts";
export { type ReadLink, readSignInLink, signInWithLink } from "./links/sign-in-with-link.ts";
export { changePassword } from "./passwords/change-password.ts";
export { hashPassword, verifyPassword } from "./passwords/password.ts";
export { signInWithPassword } from "./passwords/sign-in-with-password.ts";
export { askForPhoneCode, findPhoneToVerify, removePhone, verifyPhone } from "./phones/verify-phone.ts";
export { askForReset } from "./resets/ask-for-reset.ts";
export { readReset, resetPasswordByLink } from "./resets/reset-password.ts";
export { completeSignIn, type Proof, type SignInOutcome } from "./sessions/complete-sign-in.ts";
export { type Device, openSessions, type Sessions, type SignedIn } from "./sessions/sessions.ts";
export { issueToken, readToken, type TakenToken, type TokenKind, takeToken } from "./tokens/credential-token.ts";
export { accountOfMailbox, makeAccountOfMailbox } from "./users/account-of-mailbox.ts";
export { createUser } from "./users/create-user.ts";
export { type Account, findAccount } from "./users/find-account.ts";
export { openAccount } from "./users/make-account.ts";
export { setLocale } from "./users/set-locale.ts";
export type { User } from "./users/user.ts";

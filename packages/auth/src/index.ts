export { closeAccount, eraseAccount, graceBefore, graceDays } from "./accounts/close-account.ts";
export { mayReopen, reopenAccount } from "./accounts/reopen-account.ts";
export { tellClosedTask } from "./accounts/tell-closed-task.ts";
export { type Arrival, knockerOf, type Porch } from "./arrivals/arrival.ts";
export { authTasks } from "./auth-tasks.ts";
export { type Entered, findAskedSignIn, signInWithCode } from "./codes/sign-in-with-code.ts";
export { nameDevice } from "./devices/device-name.ts";
export { endDevice, endOtherDevices, listDevices, type SignedInDevice } from "./devices/devices.ts";
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
export { tellOwnerTask } from "./notices/tell-owner-task.ts";
export { addPasskey, beginPasskey } from "./passkeys/add-passkey.ts";
export { askForPasskey } from "./passkeys/check-passkey.ts";
export { listPasskeys, removePasskey, renamePasskey } from "./passkeys/keep-passkeys.ts";
export type { Passkey } from "./passkeys/passkey.ts";
export { proveByPasskey, signInWithPasskey } from "./passkeys/use-passkey.ts";
export { changePassword } from "./passwords/change-password.ts";
export { hashPassword, verifyPassword } from "./passwords/password.ts";
export { signInWithPassword } from "./passwords/sign-in-with-password.ts";
export { askForPhoneCode, findPhoneToVerify, removePhone, verifyPhone } from "./phones/verify-phone.ts";
export { renewRecoveryCodes } from "./recovery-codes/recovery-codes.ts";
export { askForReset } from "./resets/ask-for-reset.ts";
export { readReset, resetPasswordByLink } from "./resets/reset-password.ts";
export { type Factors, hasSecondFactor, listFactors } from "./second-steps/factors.ts";
export { awaitsSecondStep, finishSecondStep } from "./second-steps/finish-second-step.ts";
export { completeSignIn, type SignInOutcome } from "./sessions/complete-sign-in.ts";
export { isFreshlyProved, requireFreshProof } from "./sessions/fresh-proof.ts";
export { type Proof, provesTwoFactors } from "./sessions/proof.ts";
export { proveByCode, proveByPassword } from "./sessions/prove-again.ts";
export { renewSession } from "./sessions/renew-session.ts";
export { type Device, openSessions, type Sessions, type SignedIn } from "./sessions/sessions.ts";
export { issueToken, readToken, type TakenToken, type TokenKind, takeToken } from "./tokens/credential-token.ts";
export { removeAuthenticator } from "./totp/remove-authenticator.ts";
export {
  type AuthenticatorSecret,
  beginAuthenticator,
  confirmAuthenticator,
  showAuthenticator,
} from "./totp/set-up-authenticator.ts";
export { accountOfMailbox, makeAccountOfMailbox } from "./users/account-of-mailbox.ts";
export { createUser } from "./users/create-user.ts";
export { type Account, findAccount } from "./users/find-account.ts";
export { setLocale } from "./users/set-locale.ts";
export { updateProfile } from "./users/update-profile.ts";
export type { Theme, User } from "./users/user.ts";

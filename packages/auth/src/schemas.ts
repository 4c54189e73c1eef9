export { closeAccountInput } from "./accounts/close-account-input.ts";
export { addPasskeyInput, removePasskeyInput, renamePasskeyInput } from "./passkeys/passkey-inputs.ts";
export { signInInput } from "./passwords/sign-in-input.ts";
export { factorCodeInput } from "./second-steps/factor-code.ts";
export { provePasswordInput } from "./sessions/prove-input.ts";
export { authenticatorCodeInput } from "./totp/authenticator-code.ts";
export { profileInput } from "./users/profile.ts";
export { emailSchema, type Theme, themeSchema } from "./users/user.ts";

export { codeInput } from "./codes/code-input.ts";
export { changeEmailInput } from "./email-changes/email-change.ts";
export { linkElsewhereInput, signInLinkInput } from "./links/sign-in-link-input.ts";
export { changePasswordInput } from "./passwords/change-password-input.ts";
export { passwordSchema } from "./passwords/password-schema.ts";
export { signInInput } from "./passwords/sign-in-input.ts";
export { phoneInput } from "./phones/phone.ts";
export { askForResetInput, resetPasswordInput } from "./resets/reset.ts";
export { emailSchema } from "./users/user.ts";

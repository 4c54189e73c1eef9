export { passwordSchema } from "./passwords/password-schema.ts";
export { signInInput } from "./passwords/sign-in-input.ts";
export { emailSchema } from "./users/user.ts";

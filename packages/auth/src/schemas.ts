export { signInInput } from "./passwords/sign-in-input.ts";
export { emailSchema } from "./users/user.ts";

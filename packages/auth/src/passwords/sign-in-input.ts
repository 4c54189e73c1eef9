import { z } from "zod";
import { emailSchema } from "../users/user.ts";

export const signInInput = z.object({
  email: emailSchema,
  password: z.string().min(1, { error: "auth.password-missing" }).max(200, { error: "auth.password-long" }),
});

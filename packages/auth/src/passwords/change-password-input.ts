import { z } from "zod";
import { passwordSchema } from "./password-schema.ts";

export const changePasswordInput = z.object({
  current: z.string().min(1, { error: "auth.password-missing" }).max(200, { error: "auth.password-long" }),
  password: passwordSchema,
});

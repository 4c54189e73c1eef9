import { z } from "zod";

export const provePasswordInput = z.object({
  password: z.string().min(1, { error: "auth.password-missing" }).max(200, { error: "auth.password-long" }),
});

import { z } from "zod";

/** A password that somebody chooses: 10 to 200 characters, any of them. */
export const passwordSchema = z
  .string({ error: "auth.password-missing" })
  .min(10, { error: "auth.password-short" })
  .max(200, { error: "auth.password-long" });

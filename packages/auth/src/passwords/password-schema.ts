import { z } from "zod";

/** A password that somebody chooses. */
export const passwordSchema = z
  .string()
  .min(10, { error: "auth.password-short" })
  .max(200, { error: "auth.password-long" });

import { z } from "zod";

/** A password as it is chosen: long enough, and nothing else is asked of it. */
export const passwordSchema = z
  .string({ error: "auth.password-missing" })
  .min(10, { error: "auth.password-short" })
  .max(200, { error: "auth.password-long" });

import { signInInput } from "@guildhall/auth/schemas";
import { z } from "zod";

/** One form with two ways out of it: with the password, or with a link to the address above it. */
export const loginInput = z
  .object({
    by: z.enum(["password", "link"]).default("password"),
    email: signInInput.shape.email,
    password: z.string().max(200, { error: "auth.password-long" }).optional(),
  })
  .superRefine(({ by, password }, context) => {
    if (by === "password" && !password)
      context.addIssue({ code: "custom", path: ["password"], message: "auth.password-missing" });
  });

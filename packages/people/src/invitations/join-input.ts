import { emailSchema, passwordSchema } from "@guildhall/auth/schemas";
import { lineSchema } from "@guildhall/core";
import { z } from "zod";

/** What somebody says of themselves who has no account yet; their mailbox has proved itself. */
export const joinWithNewAccountInput = z.object({
  fullName: lineSchema(200, { empty: "people.name-missing" }),
  password: passwordSchema,
});

/** The mailbox that somebody who came by a link says is theirs. */
export const proveMailboxInput = z.object({ email: emailSchema });

import { type Id, idSchema } from "@guildhall/core";
import { z } from "zod";
import { channelAddressSchema } from "../addresses/address.ts";

/** Our message's id, as we know it or as the Message-ID in which mail servers quote it. */
const messageIdSchema: z.ZodType<Id<"message">, string> = z
  .string()
  .transform((text) => /^<?([0-9a-f-]{36})(?:@[^\s<>@]+>?)?$/.exec(text.trim())?.[1] ?? text)
  .pipe(idSchema("message"));

/** What became of a message after its provider took it. */
export const bounceSchema = z.object({
  /** A full mailbox or a slow server ("soft-bounce") changes nothing. */
  kind: z.enum(["hard-bounce", "soft-bounce", "complaint"]),
  /** The message itself or, from providers that do not say which, the last one sent to this address. */
  about: z.union([z.object({ messageId: messageIdSchema }), channelAddressSchema]),
});
export type Bounce = z.input<typeof bounceSchema>;

/** A bounce as it is reported, under the reporter's own name for it: for a mailbox, the Message-ID of what came back. */
export const bounceReportSchema = bounceSchema.extend({ id: z.string().trim().min(1).max(255) });

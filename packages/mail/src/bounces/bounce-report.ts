import { type Id, idSchema } from "@guildhall/core";
import { z } from "zod";
import { channelAddressSchema } from "../addresses/address.ts";

/** Our message's id, as we know it or as the Message-ID in which mail servers quote it. */
const messageIdSchema: z.ZodType<Id<"message">, string> = z
  .string()
  .transform((text) => /^<?([0-9a-f-]{36})(?:@[^\s<>@]+>?)?$/.exec(text.trim())?.[1] ?? text)
  .pipe(idSchema("message"));

/** What a provider says about a message after it took it. */
export const bounceReportSchema = z.object({
  /** A full mailbox or a slow server ("soft-bounce") changes nothing. */
  kind: z.enum(["hard-bounce", "soft-bounce", "complaint"]),
  /** The message itself or, from providers that do not say which, the last one sent to this address. */
  about: z.union([z.object({ messageId: messageIdSchema }), channelAddressSchema]),
});
export type BounceReport = z.input<typeof bounceReportSchema>;

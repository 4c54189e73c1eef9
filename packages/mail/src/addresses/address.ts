import { z } from "zod";

export const channels = ["email", "sms"] as const;
export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;

// Nothing that ends a header, a bracket or a list of addresses; letters of every script otherwise (RFC 6531).
const mailbox = /^[^\s\p{C}@<>()[\]\\,;:"]{1,64}@[^\s\p{C}@<>()[\]\\,;:".]+(?:\.[^\s\p{C}@<>()[\]\\,;:".]+)+$/u;

/** One e-mail address, as it is compared: lower case, composed. A line break or a second address is refused. */
export const emailAddressSchema = z
  .string()
  .max(254, { error: "mail.address-malformed" })
  .normalize()
  .toLowerCase()
  .regex(mailbox, { error: "mail.address-malformed" });

/** A phone number in E.164: "+8613800138000". */
export const phoneNumberSchema = z.string().regex(/^\+[1-9]\d{6,14}$/, { error: "mail.number-malformed" });

const addressSchemas = { email: emailAddressSchema, sms: phoneNumberSchema };

/** The address of a channel as it is stored and compared; invalid input for one that is none. */
export function parseAddress(channel: Channel, address: unknown): string {
  return addressSchemas[channel].parse(address);
}

/** An address beside its channel: what consent and suppression are about. */
export const channelAddressSchema = z.discriminatedUnion("channel", [
  z.object({ channel: z.literal("email"), address: emailAddressSchema }),
  z.object({ channel: z.literal("sms"), address: phoneNumberSchema }),
]);
export type ChannelAddress = z.infer<typeof channelAddressSchema>;

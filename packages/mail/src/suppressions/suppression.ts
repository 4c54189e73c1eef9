import { z } from "zod";
import { type Channel, channelAddressSchema } from "../addresses/address.ts";

export const suppressionReasonSchema = z.enum(["hard-bounce", "complaint", "by-hand"]);
export type SuppressionReason = z.infer<typeof suppressionReasonSchema>;

/** An address that gets nothing from this tenant, whatever it agreed to. */
export interface Suppression {
  readonly channel: Channel;
  readonly address: string;
  readonly reason: SuppressionReason;
  readonly createdAt: Date;
}

export const addSuppressionInput = z.object({ reason: suppressionReasonSchema }).and(channelAddressSchema);
export type AddSuppressionInput = z.input<typeof addSuppressionInput>;

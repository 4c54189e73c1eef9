import { z } from "zod";
import { channelAddressSchema } from "../addresses/address.ts";
import { lineSchema } from "../addresses/line.ts";
import { type ConsentPurpose, consentPurposeSchema } from "../purpose.ts";

/** The latest word of an address's owner on one purpose. */
export interface Consent {
  readonly purpose: ConsentPurpose;
  readonly granted: boolean;
  /** Where it was said: "registration", "import", "unsubscribe-link". */
  readonly source: string;
  readonly changedAt: Date;
}

export const setConsentInput = z
  .object({ purpose: consentPurposeSchema, granted: z.boolean(), source: lineSchema(100) })
  .and(channelAddressSchema);
export type SetConsentInput = z.input<typeof setConsentInput>;

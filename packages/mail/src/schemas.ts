export {
  type Channel,
  type ChannelAddress,
  channelAddressSchema,
  channelSchema,
  channels,
  emailAddressSchema,
  phoneNumberSchema,
} from "./addresses/address.ts";
export { lineSchema, linkSchema, textSchema } from "./addresses/line.ts";
export { type Consent, type SetConsentInput, setConsentInput } from "./consents/consent.ts";
export type { MessageReason, MessageState } from "./messages/message.ts";
export {
  type ConsentPurpose,
  consentPurposeSchema,
  consentPurposes,
  needsConsent,
  type Purpose,
  purposeSchema,
  purposes,
} from "./purpose.ts";
export {
  type AddSuppressionInput,
  addSuppressionInput,
  type Suppression,
  type SuppressionReason,
  suppressionReasonSchema,
} from "./suppressions/suppression.ts";

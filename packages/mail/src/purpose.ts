import { z } from "zod";

/** Purposes that somebody must have agreed to, for each by itself. */
export const consentPurposes = ["community", "events", "marketing"] as const;
export const consentPurposeSchema = z.enum(consentPurposes);
export type ConsentPurpose = z.infer<typeof consentPurposeSchema>;

/** Why a message is sent. What is `transactional` answers something that its reader did, and needs no consent. */
export const purposes = ["transactional", ...consentPurposes] as const;
export const purposeSchema = z.enum(purposes);
export type Purpose = z.infer<typeof purposeSchema>;

export function needsConsent(purpose: Purpose): purpose is ConsentPurpose {
  return purpose !== "transactional";
}

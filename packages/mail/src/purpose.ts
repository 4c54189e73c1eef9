import { z } from "zod";

/** Purposes that somebody must have agreed to, for each by itself. */
export const consentPurposes = ["community", "events", "marketing"] as const;
export const consentPurposeSchema = z.enum(consentPurposes);
export type ConsentPurpose = z.infer<typeof consentPurposeSchema>;

/**
 * Why a message is sent. What is `transactional` answers something that its reader did, and needs no consent. A
 * `notice` tells somebody of a hall what happened in it: they need not agree to that first, and can stop it.
 */
export const purposes = ["transactional", "notice", ...consentPurposes] as const;
export const purposeSchema = z.enum(purposes);
export type Purpose = z.infer<typeof purposeSchema>;

export function needsConsent(purpose: Purpose): purpose is ConsentPurpose {
  return consentPurposes.some((each) => each === purpose);
}

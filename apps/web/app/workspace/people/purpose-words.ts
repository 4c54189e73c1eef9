import { m } from "@guildhall/i18n/messages";
import type { ConsentPurpose } from "@guildhall/mail/schemas";

/** What the purposes are called for which somebody may be written to. */
export const purposeWords: Readonly<Record<ConsentPurpose, typeof m.record_purpose_events>> = {
  community: m.record_purpose_community,
  events: m.record_purpose_events,
  marketing: m.record_purpose_marketing,
};

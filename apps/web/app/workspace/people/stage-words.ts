import { m } from "@guildhall/i18n/messages";
import type { Stage } from "@guildhall/people/schemas";
import type { ChipTone } from "@guildhall/ui";

/** What the stages are called. */
export const stageWords: Readonly<Record<Stage, typeof m.people_stage_lead>> = {
  lead: m.people_stage_lead,
  prospect: m.people_stage_prospect,
  customer: m.people_stage_customer,
  partner: m.people_stage_partner,
  past: m.people_stage_past,
};

export const stageTones: Readonly<Record<Stage, ChipTone>> = {
  lead: "indigo",
  prospect: "ochre",
  customer: "jade",
  partner: "seal",
  past: "neutral",
};

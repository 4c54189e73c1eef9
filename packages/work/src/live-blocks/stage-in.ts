import type { Locale } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import type { Stage } from "@guildhall/people/schemas";
import type { LiveTone } from "./live-block.ts";

/** A stage as the hall says it, in its colour. */
export function stageIn(stage: Stage, locale: Locale): { readonly text: string; readonly tone: LiveTone } {
  const [word, tone] = stageWords[stage];
  return { text: word({}, { locale }), tone };
}

const stageWords: Readonly<Record<Stage, readonly [typeof m.people_stage_lead, LiveTone]>> = {
  lead: [m.people_stage_lead, "indigo"],
  prospect: [m.people_stage_prospect, "ochre"],
  customer: [m.people_stage_customer, "jade"],
  partner: [m.people_stage_partner, "seal"],
  past: [m.people_stage_past, "neutral"],
};

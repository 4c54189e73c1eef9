import type { Locale } from "@guildhall/core";
import { brief } from "./brief.ts";
import { eventPlan } from "./event-plan.ts";
import { launchPlan } from "./launch-plan.ts";
import { meeting } from "./meeting.ts";
import { retro } from "./retro.ts";
import type { DocumentTemplate, TemplateIn } from "./template.ts";

/** What a document may begin with, in the language of whoever begins it. */
export function documentTemplates(locale: Locale): readonly DocumentTemplate[] {
  const all: Readonly<Record<string, TemplateIn>> = {
    meeting,
    "event-plan": eventPlan,
    "launch-plan": launchPlan,
    retro,
    brief,
  };
  return Object.entries(all).map(([key, template]) => ({ key, ...template[locale] }));
}

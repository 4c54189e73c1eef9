import type { Message } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { FieldType, PersonTarget, RunState } from "@guildhall/people/schemas";
import type { ChipTone } from "@guildhall/ui";
import type { Words } from "../../../shell/words.ts";

type Plain = Message<Record<never, never>>;

export const stateWords: Readonly<Record<RunState, { readonly word: Plain; readonly tone: ChipTone }>> = {
  draft: { word: m.imports_state_draft, tone: "neutral" },
  previewing: { word: m.imports_state_previewing, tone: "indigo" },
  previewed: { word: m.imports_state_previewed, tone: "indigo" },
  queued: { word: m.imports_state_queued, tone: "indigo" },
  running: { word: m.imports_state_running, tone: "indigo" },
  paused: { word: m.imports_state_paused, tone: "ochre" },
  done: { word: m.imports_state_done, tone: "jade" },
  cancelled: { word: m.imports_state_cancelled, tone: "neutral" },
  failed: { word: m.imports_state_failed, tone: "seal" },
  undoing: { word: m.imports_state_undoing, tone: "indigo" },
  undone: { word: m.imports_state_undone, tone: "neutral" },
};

export const targetWords: Readonly<Record<Exclude<PersonTarget, "note">, Plain>> = {
  skip: m.imports_t_skip,
  "full-name": m.imports_t_full_name,
  "family-name": m.imports_t_family_name,
  "given-name": m.imports_t_given_name,
  email: m.imports_t_email,
  phone: m.imports_t_phone,
  company: m.imports_t_company,
  "job-title": m.imports_t_job_title,
  tags: m.imports_t_tags,
  stage: m.imports_t_stage,
  owner: m.imports_t_owner,
  language: m.imports_t_language,
  "time-zone": m.imports_t_time_zone,
  since: m.imports_t_since,
  "email-consent": m.imports_t_email_consent,
  "email-consent-ended": m.imports_t_email_consent_ended,
  "sms-consent": m.imports_t_sms_consent,
};

/** The types that a column can become a field of. */
export const newFieldTypes = [
  "text",
  "long-text",
  "number",
  "money",
  "date",
  "date-time",
  "boolean",
  "select",
  "multi-select",
  "url",
  "email",
  "phone",
] as const satisfies readonly FieldType[];

export const typeWords: Readonly<Record<(typeof newFieldTypes)[number], Plain>> = {
  text: m.imports_type_text,
  "long-text": m.imports_type_long_text,
  number: m.imports_type_number,
  money: m.imports_type_money,
  date: m.imports_type_date,
  "date-time": m.imports_type_date_time,
  boolean: m.imports_type_boolean,
  select: m.imports_type_select,
  "multi-select": m.imports_type_multi_select,
  url: m.imports_type_url,
  email: m.imports_type_email,
  phone: m.imports_type_phone,
};

/** How other systems are called. */
export function systemName({ t }: Words, system: string): string {
  const said: Readonly<Record<string, Plain>> = {
    wechat: m.imports_system_wechat,
    youzan: m.imports_system_youzan,
    file: m.imports_system_file,
    "wechat-group": m.imports_system_wechat_group,
  };
  const word = said[system];
  return word ? t(word) : (brands[system] ?? system);
}

const brands: Readonly<Record<string, string>> = {
  hubspot: "HubSpot",
  salesforce: "Salesforce",
  mailchimp: "Mailchimp",
  eventbrite: "Eventbrite",
  shopify: "Shopify",
  whatsapp: "WhatsApp",
  telegram: "Telegram",
  line: "LINE",
  qq: "QQ",
};

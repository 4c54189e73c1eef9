import { m } from "@guildhall/i18n/messages";
import type { FieldType, MemberRight, Tone } from "@guildhall/people/schemas";
import type { IconName } from "@guildhall/ui";

type Plain = typeof m.fields_title;

interface TypeWords {
  readonly name: Plain;
  readonly text: Plain;
  readonly icon: IconName;
}

/** What each type of field is called, and what it is for. */
export const typeWords: Readonly<Record<FieldType, TypeWords>> = {
  text: { name: m.fields_type_text, text: m.fields_type_text_for, icon: "edit" },
  "long-text": { name: m.fields_type_long_text, text: m.fields_type_long_text_for, icon: "document" },
  number: { name: m.fields_type_number, text: m.fields_type_number_for, icon: "numbers" },
  money: { name: m.fields_type_money, text: m.fields_type_money_for, icon: "wallet" },
  date: { name: m.fields_type_date, text: m.fields_type_date_for, icon: "calendar" },
  "date-time": { name: m.fields_type_date_time, text: m.fields_type_date_time_for, icon: "clock" },
  boolean: { name: m.fields_type_boolean, text: m.fields_type_boolean_for, icon: "check" },
  select: { name: m.fields_type_select, text: m.fields_type_select_for, icon: "chevron-down" },
  "multi-select": { name: m.fields_type_multi_select, text: m.fields_type_multi_select_for, icon: "bullets" },
  url: { name: m.fields_type_url, text: m.fields_type_url_for, icon: "globe" },
  email: { name: m.fields_type_email, text: m.fields_type_email_for, icon: "mail" },
  phone: { name: m.fields_type_phone, text: m.fields_type_phone_for, icon: "phone" },
  relation: { name: m.fields_type_relation, text: m.fields_type_relation_for, icon: "link" },
};

export const toneWords: Readonly<Record<Tone, Plain>> = {
  neutral: m.fields_tone_neutral,
  seal: m.fields_tone_seal,
  jade: m.fields_tone_jade,
  ochre: m.fields_tone_ochre,
  indigo: m.fields_tone_indigo,
};

/** What members may do with a field of their own record. */
export const memberWords: Readonly<Record<MemberRight, Plain>> = {
  nothing: m.fields_member_nothing,
  see: m.fields_member_see,
  correct: m.fields_member_correct,
};

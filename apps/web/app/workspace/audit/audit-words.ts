import { m } from "@guildhall/i18n/messages";
import type { Words } from "../../shell/words.ts";

type Plain = typeof m.audit_title;

/** What was done, in words; what no one has words for yet stands as it is called. */
export const actionWords: Readonly<Record<string, Plain>> = {
  "person.created": m.audit_person_created,
  "person.updated": m.audit_person_updated,
  "person.picture-set": m.audit_picture_set,
  "person.identity-added": m.record_did_add_reach,
  "person.identity-removed": m.record_did_remove_reach,
  "person.identity-preferred": m.record_did_prefer,
  "person.consent-changed": m.record_did_consent,
  "person.related": m.record_did_relate,
  "person.unrelated": m.record_did_unrelate,
  "person.exported": m.record_did_export,
  "person.erased": m.record_did_erase,
  "tag.created": m.record_did_make_tag,
  "change-set.undone": m.audit_change_set_undone,
  "tenant.clock-set": m.audit_clock_set,
  "tenant.closing-started": m.signup_audit_closing_started,
  "tenant.closing-cancelled": m.signup_audit_closing_cancelled,
  "tenant.export-requested": m.signup_audit_export_requested,
  "tenant.export-taken": m.signup_audit_export_taken,
  "tenant.suspended": m.signup_audit_suspended,
  "tenant.resumed": m.signup_audit_resumed,
  "note.added": m.work_did_add_note,
  "note.changed": m.work_did_change_note,
  "note.removed": m.work_did_remove_note,
  "note.restored": m.work_did_restore_note,
  "note.pinned": m.work_did_pin_note,
  "note.unpinned": m.work_did_unpin_note,
  "task.added": m.work_did_add_task,
  "task.changed": m.work_did_change_task,
  "task.done": m.work_did_finish_task,
  "task.reopened": m.work_did_reopen_task,
  "task.removed": m.work_did_remove_task,
  "task.restored": m.work_did_restore_task,
  "staff.invited": m.settings_did_invite,
  "staff.link-made": m.settings_did_make_link,
  "staff.invitation-resent": m.settings_did_resend,
  "staff.invitation-withdrawn": m.settings_did_withdraw,
  "staff.joined": m.settings_did_join,
  "staff.role-changed": m.settings_did_change_role,
  "staff.made-owner": m.settings_did_make_owner,
  "staff.removed": m.settings_did_remove,
  "staff.left": m.settings_did_leave,
  "settings.changed": m.settings_did_change,
  "settings.sign-in-changed": m.settings_did_change_sign_in,
  "settings.branding-changed": m.settings_did_change_branding,
  "audit.exported": m.settings_did_export_audit,
};

/** The kinds of things that changes are made to. */
export const kindWords: Readonly<Record<string, Plain>> = {
  person: m.settings_kind_person,
  tenant: m.settings_kind_tenant,
  note: m.work_kind_of_note,
  task: m.work_kind_of_task,
  invitation: m.settings_kind_invitation,
  tag: m.record_kind_tag,
  change_set: m.settings_kind_change_set,
};

/** What the values of an entry are called. */
const fieldWords: Readonly<Record<string, Plain>> = {
  fullName: m.people_name,
  name: m.settings_name,
  email: m.people_email,
  phone: m.people_phone,
  role: m.people_role,
  stage: m.record_stage,
  ownerPersonId: m.record_owner,
  familyName: m.record_family,
  givenName: m.record_given,
  tags: m.record_tags,
  value: m.record_value,
  provider: m.record_provider,
  locale: m.settings_language,
  timeZone: m.settings_time_zone,
  accent: m.settings_accent,
  logoFileId: m.settings_logo,
  avatarFileId: m.people_picture,
  welcomeTitle: m.settings_welcome_title,
  welcomeText: m.settings_welcome_text,
  requiresSecondFactor: m.settings_second_factor,
  afterwards: m.staff_afterwards,
  maxUses: m.staff_link_most,
  days: m.staff_link_days,
  format: m.settings_field_format,
  testClockAt: m.settings_field_clock,
  restored: m.settings_field_restored,
  removed: m.settings_field_removed,
  broughtBack: m.settings_field_brought_back,
  skipped: m.settings_field_skipped,
  who: m.audit_who,
  action: m.audit_what,
  kind: m.settings_field_kind,
  person: m.settings_field_about,
  from: m.settings_field_from,
  to: m.settings_field_to,
};

const valueWords: Readonly<Record<string, Plain>> = {
  true: m.staff_yes,
  false: m.staff_no,
  "role:owner": m.auth_role_owner,
  "role:admin": m.auth_role_admin,
  "role:manager": m.auth_role_manager,
  "role:staff": m.auth_role_staff,
  "role:viewer": m.auth_role_viewer,
  "stage:lead": m.people_stage_lead,
  "stage:prospect": m.people_stage_prospect,
  "stage:customer": m.people_stage_customer,
  "stage:partner": m.people_stage_partner,
  "stage:past": m.people_stage_past,
  "locale:en": m.settings_language_en,
  "locale:zh-CN": m.settings_language_zh,
  "afterwards:member": m.staff_afterwards_member,
  "afterwards:nobody": m.staff_afterwards_nobody,
};

/** A value in words: yes for true, a role by its name, a list with commas; never a piece of code. */
export function valueIn({ t, locale }: Words, field: string, value: unknown): string {
  const known = valueWords[`${field}:${String(value)}`] ?? (typeof value === "boolean" && valueWords[String(value)]);
  if (known) return t(known);
  if (field === "action" && typeof value === "string" && actionWords[value]) return t(actionWords[value]);
  if (field === "kind" && typeof value === "string" && kindWords[value]) return t(kindWords[value]);
  if (typeof value === "number") return new Intl.NumberFormat(locale).format(value);
  if (Array.isArray(value))
    return new Intl.ListFormat(locale, { type: "unit" }).format(
      value.map((each) => valueIn({ t, locale }, field, each)),
    );
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .map(([name, part]) => `${fieldIn({ t, locale }, name)} ${valueIn({ t, locale }, name, part)}`)
      .join(", ");
  return String(value);
}

/** What a field is called; one without words by its own name, taken apart. */
export function fieldIn({ t }: Words, field: string): string {
  const known = fieldWords[field];
  return known ? t(known) : field.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

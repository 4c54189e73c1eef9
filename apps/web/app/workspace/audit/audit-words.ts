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
  "field.defined": m.fields_did_define,
  "field.changed": m.fields_did_change,
  "field.moved": m.fields_did_move,
  "field.archived": m.fields_did_archive,
  "field.restored": m.fields_did_restore,
  "tag.changed": m.fields_did_change_tag,
  "tag.merged": m.fields_did_merge_tags,
  "tag.deleted": m.fields_did_delete_tag,
  "company.created": m.companies_did_create,
  "company.updated": m.companies_did_change,
  "company.moved": m.companies_did_move,
  "company.deleted": m.companies_did_delete,
  "company.domain-added": m.companies_did_add_domain,
  "company.domain-removed": m.companies_did_remove_domain,
  "position.taken": m.companies_did_take_position,
  "position.changed": m.companies_did_change_position,
  "position.ended": m.companies_did_end_position,
  "position.preferred": m.companies_did_prefer_position,
  "position.removed": m.companies_did_remove_position,
  "audience.created": m.audiences_did_create,
  "audience.renamed": m.audiences_did_rename,
  "audience.deleted": m.audiences_did_delete,
  "audience.filled": m.audiences_did_fill,
  "audience.emptied": m.audiences_did_empty,
  "audit.exported": m.settings_did_export_audit,
  "portal.set": m.settings_did_set_portal,
  "join-request.approved": m.settings_did_approve_request,
  "join-request.declined": m.settings_did_decline_request,
  "join-request.withdrawn": m.settings_did_withdraw_request,
  "member.invited": m.settings_did_invite_members,
  "member.invitation-revoked": m.settings_did_revoke_invitation,
  "member.joined": m.settings_did_join_as_member,
  "person.claimed": m.settings_did_claim,
  "person.account-erased": m.settings_did_erase_account,
};

/** The kinds of things that changes are made to. */
export const kindWords: Readonly<Record<string, Plain>> = {
  person: m.settings_kind_person,
  tenant: m.settings_kind_tenant,
  invitation: m.settings_kind_invitation,
  tag: m.record_kind_tag,
  change_set: m.settings_kind_change_set,
  join_request: m.settings_kind_join_request,
  company: m.companies_company,
  field: m.fields_field,
  audience: m.audiences_audience,
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
  handle: m.record_kind_handle,
  external: m.record_kind_external,
  tie: m.record_tie_kind,
  toPersonId: m.record_tie_who,
  purpose: m.record_consents,
  granted: m.record_agreed,
  address: m.people_email,
  provider: m.record_provider,
  locale: m.settings_language,
  timeZone: m.settings_time_zone,
  accent: m.settings_accent,
  logoFileId: m.settings_logo,
  avatarFileId: m.people_picture,
  welcomeTitle: m.portal_settings_welcome,
  welcomeText: m.portal_settings_welcome_text,
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
  joining: m.portal_settings_joining,
  indexed: m.portal_settings_indexed,
  claimed: m.settings_field_claimed,
  by: m.settings_field_by,
  userId: m.settings_field_account,
  state: m.settings_field_state,
  byMail: m.settings_field_by_mail,
  uses: m.settings_field_uses,
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
  "joining:open": m.portal_mode_open,
  "joining:approval": m.portal_mode_approval,
  "joining:invitation": m.portal_mode_invitation,
  "by:email": m.people_email,
  "by:phone": m.people_phone,
  "by:link": m.settings_by_link,
  "state:waiting": m.settings_state_waiting,
  "state:approved": m.settings_state_approved,
  "state:declined": m.settings_state_declined,
  "state:withdrawn": m.settings_state_withdrawn,
  "stage:lead": m.people_stage_lead,
  "stage:prospect": m.people_stage_prospect,
  "stage:customer": m.people_stage_customer,
  "stage:partner": m.people_stage_partner,
  "stage:past": m.people_stage_past,
  "tie:follows": m.record_tie_follows_to,
  "tie:refers": m.record_tie_refers_to,
  "tie:knows": m.record_tie_knows_to,
  "tie:reports-to": m.record_tie_reports_to,
  "tie:partner-of": m.record_tie_partner_to,
  "purpose:community": m.record_purpose_community,
  "purpose:events": m.record_purpose_events,
  "purpose:marketing": m.record_purpose_marketing,
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

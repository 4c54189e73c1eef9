import type { ErrorParams, Locale } from "@guildhall/core";
import type { Message } from "./locale.ts";
import { m } from "./paraglide/messages.js";

type Say = (locale: Locale, params: ErrorParams) => string;

const plain =
  (message: Message<Record<never, never>>): Say =>
  (locale) =>
    message({}, { locale });
const megabytes = ({ limit }: ErrorParams) => ({ limit: Math.floor(Number(limit ?? 0) / 1_048_576) });

/** The one place where a code becomes words. */
const sayings: Readonly<Record<string, Say>> = {
  "core.not-found": plain(m.error_core_not_found),
  "core.forbidden": plain(m.error_core_forbidden),
  "core.invalid": plain(m.error_core_invalid),
  "core.id-malformed": plain(m.error_core_invalid),
  "core.cursor-malformed": plain(m.error_core_cursor_malformed),
  "core.too-large": plain(m.error_core_too_large),
  "core.text-empty": plain(m.error_core_field_missing),
  "core.text-too-long": (locale, { most }) => m.error_core_text_too_long({ most: Number(most ?? 200) }, { locale }),
  "core.text-control": plain(m.error_core_text_control),
  "core.money-not-whole": plain(m.error_core_money),
  "core.money-currencies-mixed": plain(m.error_core_money),
  "core.money-weights": plain(m.error_core_money),
  "auth.sign-in-needed": plain(m.error_auth_sign_in_needed),
  "auth.wrong-credentials": plain(m.error_auth_wrong_credentials),
  "auth.too-many-attempts": (locale, { seconds }) =>
    m.error_auth_too_many_attempts({ seconds: Number(seconds ?? 60) }, { locale }),
  "auth.email-malformed": plain(m.error_auth_email_malformed),
  "auth.email-taken": plain(m.error_auth_email_taken),
  "auth.password-missing": plain(m.error_auth_password_missing),
  "auth.password-short": plain(m.error_auth_password_short),
  "auth.password-long": plain(m.error_auth_password_long),
  "auth.wrong-password": plain(m.error_auth_wrong_password),
  "auth.code-malformed": plain(m.error_auth_code_malformed),
  "auth.code-wrong": plain(m.error_auth_code_wrong),
  "auth.code-gone": plain(m.error_auth_code_gone),
  "auth.address-mismatch": plain(m.error_auth_address_mismatch),
  "auth.phone-malformed": plain(m.error_auth_phone_malformed),
  "auth.email-same": plain(m.error_auth_email_same),
  "auth.sms-paused": plain(m.error_auth_sms_paused),
  "people.name-missing": plain(m.error_people_name_missing),
  "people.sign-up-gone": plain(m.error_people_sign_up_gone),
  "people.sign-up-for-another": plain(m.error_people_sign_up_for_another),
  "people.email-malformed": plain(m.error_people_email_malformed),
  "people.phone-malformed": plain(m.error_people_phone_malformed),
  "people.identity-taken": plain(m.error_people_identity_taken),
  "people.identity-malformed": plain(m.error_people_identity_malformed),
  "people.login-taken": plain(m.error_people_login_taken),
  "people.person-taken": plain(m.error_people_person_taken),
  "people.claim-of-staff": plain(m.error_people_claim_of_staff),
  "people.member-is-staff": plain(m.error_people_member_is_staff),
  "people.invitation-needed": plain(m.error_people_invitation_needed),
  "people.link-gone": plain(m.error_people_link_gone),
  "people.merge-later": plain(m.error_people_merge_later),
  "people.leave-unsure": plain(m.error_people_leave_unsure),
  "people.nobody-chosen": plain(m.error_people_nobody_chosen),
  "people.code-wrong": plain(m.error_people_code_wrong),
  "people.emails-missing": plain(m.error_people_emails_missing),
  "people.emails-malformed": plain(m.error_people_emails_malformed),
  "people.emails-many": plain(m.error_people_emails_many),
  "people.invitation-limit": (locale, { most }) =>
    m.error_people_invitation_limit({ most: Number(most ?? 1_000) }, { locale }),
  "tenancy.slug-malformed": plain(m.error_tenancy_slug_malformed),
  "tenancy.slug-taken": plain(m.error_tenancy_slug_taken),
  "tenancy.slug-mismatch": plain(m.error_tenancy_slug_mismatch),
  "tenancy.closing-already": plain(m.error_tenancy_closing_already),
  "tenancy.closing-over": plain(m.error_tenancy_closing_over),
  "tenancy.not-closing": plain(m.error_tenancy_not_closing),
  "tenancy.suspended": plain(m.error_tenancy_suspended),
  "tenancy.export-under-way": plain(m.error_tenancy_export_under_way),
  "tenancy.exports-too-many": plain(m.error_tenancy_exports_too_many),
  "tenancy.time-zone-unknown": plain(m.error_tenancy_time_zone_unknown),
  "tenancy.joining-missing": plain(m.error_tenancy_joining_missing),
  "tenancy.change-set-undone": plain(m.error_tenancy_change_set_undone),
  "tenancy.clock-backwards": plain(m.error_tenancy_clock_backwards),
  "jobs.delivery-gone": plain(m.error_jobs_delivery_gone),
  "jobs.scheduled-gone": plain(m.error_jobs_delivery_gone),
  "files.too-large": (locale, params) => m.error_files_too_large(megabytes(params), { locale }),
  "files.type-refused": plain(m.error_files_type_refused),
  "files.image-unreadable": plain(m.error_files_image_unreadable),
  "files.image-too-large": (locale, { megapixels }) =>
    m.error_files_image_too_large({ megapixels: Number(megapixels) }, { locale }),
  "files.empty": plain(m.error_files_empty),
  "files.upload-interrupted": plain(m.error_files_upload_interrupted),
  "files.in-use": plain(m.error_files_in_use),
  "files.missing": plain(m.error_files_missing),
  "notify.link-malformed": plain(m.error_mail_link),
  "notify.time-malformed": plain(m.error_notify_time),
  "notify.quiet-hours-empty": plain(m.error_notify_quiet_hours),
  "mail.address-malformed": plain(m.error_mail_address),
  "mail.number-malformed": plain(m.error_mail_number),
  "mail.line-malformed": plain(m.error_mail_line),
  "mail.text-malformed": plain(m.error_mail_line),
  "mail.header-malformed": plain(m.error_mail_line),
  "mail.code-malformed": plain(m.error_core_field),
  "mail.link-malformed": plain(m.error_mail_link),
  "mail.unsubscribe-link-malformed": plain(m.error_mail_link),
  "archive.checksum-wrong": plain(m.error_archive_checksum_wrong),
  "archive.damaged": plain(m.error_archive_damaged),
  "archive.entry-refused": plain(m.error_archive_entry_refused),
  "archive.entry-too-large": plain(m.error_archive_entry_too_large),
  "archive.not-gzip": plain(m.error_archive_not_gzip),
  "archive.too-large": plain(m.error_archive_too_large),
  "archive.truncated": plain(m.error_archive_truncated),
  "backup.database-newer": plain(m.error_backup_database_newer),
  "backup.database-not-empty": plain(m.error_backup_database_not_empty),
  "backup.database-not-ours": plain(m.error_backup_database_not_ours),
  "backup.files-folder-needed": plain(m.error_backup_files_folder_needed),
  "backup.files-not-empty": plain(m.error_backup_files_not_empty),
  "backup.format-unknown": plain(m.error_backup_format_unknown),
  "backup.manifest-malformed": plain(m.error_backup_manifest_malformed),
  "backup.migration-unknown": plain(m.error_backup_migration_unknown),
  "backup.owner-sees-part": plain(m.error_backup_owner_sees_part),
  "backup.row-refused": plain(m.error_backup_row_refused),
  "backup.rows-missing": plain(m.error_backup_rows_missing),
  "backup.table-unknown": plain(m.error_backup_table_unknown),
  "jobs.job-gone": plain(m.error_jobs_job_gone),
  "mail.postponed": plain(m.error_mail_postponed),
  "mail.purpose-needs-tenant": plain(m.error_mail_purpose_needs_tenant),
  "mail.sender-malformed": plain(m.error_mail_sender_malformed),
  "transfer.column-unknown": plain(m.error_transfer_column_unknown),
  "transfer.files-wrong": plain(m.error_transfer_files_wrong),
  "transfer.format-unknown": plain(m.error_transfer_format_unknown),
  "transfer.line-malformed": plain(m.error_transfer_line_malformed),
  "transfer.line-too-long": plain(m.error_transfer_line_too_long),
  "transfer.manifest-malformed": plain(m.error_transfer_manifest_malformed),
  "transfer.row-refused": plain(m.error_transfer_row_refused),
  "transfer.row-too-large": plain(m.error_transfer_row_too_large),
  "transfer.rows-missing": plain(m.error_transfer_rows_missing),
  "transfer.slug-taken": plain(m.error_transfer_slug_taken),
  "transfer.table-unknown": plain(m.error_transfer_table_unknown),
  "transfer.tenant-exists": plain(m.error_transfer_tenant_exists),
  "transfer.users-changed": plain(m.error_transfer_users_changed),
  "transfer.users-malformed": plain(m.error_transfer_users_malformed),
};

/** The codes that have words. */
export const knownErrorCodes: readonly string[] = Object.keys(sayings);

/** A code in words; for what a schema refused without a code of ours, plain ones. */
export function sayError(locale: Locale, code: string, params: ErrorParams = {}): string {
  const say = sayings[code];
  if (say) return say(locale, params);
  return /required|undefined/i.test(code)
    ? m.error_core_field_missing({}, { locale })
    : m.error_core_field({}, { locale });
}

import type { ErrorParams, Locale } from "@guildhall/core";
import { sayError } from "./error-words.ts";
import { m } from "./paraglide/messages.js";
import { plain, type Say } from "./saying.ts";

/** What goes wrong while an operator backs up, restores or moves a hall. No page loads these. */
const sayings: Readonly<Record<string, Say>> = {
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

/** The codes that have words here. */
export const operatorErrorCodes: readonly string[] = Object.keys(sayings);

/** A code in words, whoever may meet it. */
export function sayOperatorError(locale: Locale, code: string, params: ErrorParams = {}): string {
  return sayings[code]?.(locale, params) ?? sayError(locale, code, params);
}

import type { ErrorParams } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import type { Words } from "./words.ts";

type Say = (words: Words, params: ErrorParams) => string;

const megabytes = ({ limit }: ErrorParams) => ({ limit: Math.floor(Number(limit ?? 0) / 1_048_576) });

/** The one place where a code becomes words. */
const sayings: Readonly<Record<string, Say>> = {
  "core.not-found": ({ t }) => t(m.error_core_not_found),
  "core.forbidden": ({ t }) => t(m.error_core_forbidden),
  "core.invalid": ({ t }) => t(m.error_core_invalid),
  "core.id-malformed": ({ t }) => t(m.error_core_invalid),
  "core.cursor-malformed": ({ t }) => t(m.error_core_cursor_malformed),
  "core.too-large": ({ t }) => t(m.error_core_too_large),
  "core.money-not-whole": ({ t }) => t(m.error_core_money),
  "core.money-currencies-mixed": ({ t }) => t(m.error_core_money),
  "core.money-weights": ({ t }) => t(m.error_core_money),
  "auth.sign-in-needed": ({ t }) => t(m.error_auth_sign_in_needed),
  "auth.wrong-credentials": ({ t }) => t(m.error_auth_wrong_credentials),
  "auth.too-many-attempts": ({ t }, { seconds }) =>
    t(m.error_auth_too_many_attempts, { seconds: Number(seconds ?? 60) }),
  "auth.email-malformed": ({ t }) => t(m.error_auth_email_malformed),
  "auth.email-taken": ({ t }) => t(m.error_auth_email_taken),
  "auth.password-missing": ({ t }) => t(m.error_auth_password_missing),
  "auth.password-short": ({ t }) => t(m.error_auth_password_short),
  "auth.password-long": ({ t }) => t(m.error_auth_password_long),
  "people.name-missing": ({ t }) => t(m.error_people_name_missing),
  "people.name-long": ({ t }) => t(m.error_people_name_long),
  "people.name-characters": ({ t }) => t(m.error_people_name_characters),
  "people.email-malformed": ({ t }) => t(m.error_people_email_malformed),
  "people.phone-malformed": ({ t }) => t(m.error_people_phone_malformed),
  "people.identity-taken": ({ t }) => t(m.error_people_identity_taken),
  "tenancy.slug-malformed": ({ t }) => t(m.error_tenancy_slug_malformed),
  "tenancy.slug-taken": ({ t }) => t(m.error_tenancy_slug_taken),
  "tenancy.time-zone-unknown": ({ t }) => t(m.error_tenancy_time_zone_unknown),
  "tenancy.change-set-undone": ({ t }) => t(m.error_tenancy_change_set_undone),
  "tenancy.clock-backwards": ({ t }) => t(m.error_tenancy_clock_backwards),
  "jobs.delivery-gone": ({ t }) => t(m.error_jobs_delivery_gone),
  "files.too-large": ({ t }, params) => t(m.error_files_too_large, megabytes(params)),
  "files.type-refused": ({ t }) => t(m.error_files_type_refused),
  "files.image-unreadable": ({ t }) => t(m.error_files_image_unreadable),
  "files.image-too-large": ({ t }, { megapixels }) =>
    t(m.error_files_image_too_large, { megapixels: Number(megapixels) }),
  "files.empty": ({ t }) => t(m.error_files_empty),
  "files.upload-interrupted": ({ t }) => t(m.error_files_upload_interrupted),
  "files.in-use": ({ t }) => t(m.error_files_in_use),
  "files.missing": ({ t }) => t(m.error_files_missing),
  "mail.address-malformed": ({ t }) => t(m.error_mail_address),
  "mail.number-malformed": ({ t }) => t(m.error_mail_number),
  "mail.line-malformed": ({ t }) => t(m.error_mail_line),
  "mail.text-malformed": ({ t }) => t(m.error_mail_line),
  "mail.header-malformed": ({ t }) => t(m.error_mail_line),
  "mail.code-malformed": ({ t }) => t(m.error_core_field),
  "mail.link-malformed": ({ t }) => t(m.error_mail_link),
  "mail.unsubscribe-link-malformed": ({ t }) => t(m.error_mail_link),
};

/** The codes that have words. */
export const knownCodes: readonly string[] = Object.keys(sayings);

/** A code, perhaps with values ("auth.too-many-attempts?seconds=40"), in words; for what a schema refused without a code, plain ones. */
export function sayError(words: Words, codeWithParams: string): string {
  const [code = "", query] = codeWithParams.split("?");
  const params = Object.fromEntries(new URLSearchParams(query ?? ""));
  const say = sayings[code];
  if (say) return say(words, params);
  return words.t(/required|undefined/i.test(codeWithParams) ? m.error_core_field_missing : m.error_core_field);
}

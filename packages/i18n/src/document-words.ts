import { m } from "./paraglide/messages.js";
import { plain, type Say } from "./saying.ts";

/** What goes wrong around documents. Only their pages load these, and add them by `addErrorWords`. */
export const documentErrorWords: Readonly<Record<string, Say>> = {
  "docs.link-over": plain(m.error_docs_link_over),
  "docs.nobody-chosen": plain(m.error_docs_nobody_chosen),
  "docs.day-malformed": plain(m.error_docs_day_malformed),
  "docs.comment-empty": plain(m.error_docs_comment_empty),
  "docs.guest-name-missing": plain(m.error_docs_guest_name_missing),
  "docs.words-gone": plain(m.error_docs_words_gone),
  "docs.threads-full": (locale, { most }) => m.error_docs_threads_full({ most: Number(most ?? 0) }, { locale }),
  "docs.thread-full": (locale, { most }) => m.error_docs_thread_full({ most: Number(most ?? 0) }, { locale }),
  "docs.guests-too-many": plain(m.error_docs_guests_too_many),
  "docs.copy-many": (locale, { most }) => m.error_docs_copy_many({ most: Number(most ?? 200) }, { locale }),
  "docs.icon-one": plain(m.error_docs_icon_one),
  "docs.guest-uninvitable": plain(m.error_docs_guest_uninvitable),
  "docs.too-deep": plain(m.error_docs_too_deep),
  "docs.move-into-itself": plain(m.error_docs_move_into_itself),
  "docs.copy-unreadable": plain(m.error_docs_copy_unreadable),
  "docs.moment-named": plain(m.error_docs_moment_named),
  "docs.export-large": plain(m.error_docs_export_large),
  "docs.import-none": plain(m.docs_files_none_chosen),
  "docs.import-broken": plain(m.error_docs_import_broken),
  "docs.import-encrypted": plain(m.error_docs_import_encrypted),
  "docs.import-too-much": plain(m.error_docs_import_too_much),
  "docs.import-nothing": plain(m.error_docs_import_nothing),
  "docs.import-too-many": (locale, { most }) => m.error_docs_import_too_many({ most: Number(most ?? 300) }, { locale }),
  "docs.import-file-long": (locale, { name }) =>
    m.error_docs_import_file_long({ name: String(name ?? "") }, { locale }),
  "docs.file-too-nested": plain(m.error_docs_file_too_nested),
  "docs.file-too-long": plain(m.error_docs_file_too_long),
  "docs.expiry-past": plain(m.error_docs_expiry_past),
};

import type { Locale } from "@guildhall/core";
import { formatDate } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { WritingWords } from "../formats/writing.ts";

/** What is said in the language of whoever takes something along. */
export function writingWords(locale: Locale): WritingWords {
  const inTheirs = { locale };
  return {
    untitled: m.docs_untitled({}, inTheirs),
    contents: m.editor_block_contents({}, inTheirs),
    pictureGone: m.editor_picture_gone({}, inTheirs),
    fileUnnamed: m.editor_file_unnamed({}, inTheirs),
    unknown: m.editor_unknown_part({}, inTheirs),
    liveClosed: m.live_blocks_closed({}, inTheirs),
    callouts: {
      info: m.editor_callout_info({}, inTheirs),
      idea: m.editor_callout_idea({}, inTheirs),
      warning: m.editor_callout_warning({}, inTheirs),
      done: m.editor_callout_done({}, inTheirs),
    },
    day: (day) => dayIn(day, locale),
  };
}

/** A day as it was written where it is none. */
function dayIn(day: string, locale: Locale): string {
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? day : formatDate(at, { locale, timeZone: "UTC" });
}

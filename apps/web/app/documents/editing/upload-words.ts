import { type Cut, documentLimits } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import type { Words } from "../../shell/words.ts";
import { type UploadedFile, UploadRefused } from "../document-props.ts";
import type { PasteWords } from "./pasting.ts";
import type { UploadHooks } from "./uploads.ts";
import type { LimitWords } from "./within-limits.ts";

export function uploadHooks(upload: (file: File) => Promise<UploadedFile>, words: Words): UploadHooks {
  const { t } = words;
  return {
    upload,
    words: {
      uploading: (name) => t(m.editor_uploading, { name }),
      failed: (name, error) => failedWords(name, error, words),
      again: () => t(m.editor_upload_again),
      close: () => t(m.editor_note_close),
      tooMany: (kept, of) => t(m.editor_upload_too_many, { kept, of }),
      full: () => t(m.editor_cut_full),
    },
  };
}

async function failedWords(name: string, error: unknown, { t, locale }: Words): Promise<string> {
  if (!(error instanceof UploadRefused)) return t(m.editor_upload_failed, { name });
  // What goes wrong is worded where it does, and seldom.
  const { sayError } = await import("@guildhall/i18n/errors");
  return t(m.editor_upload_refused, { name, why: sayError(locale, error.code, error.params) });
}

export function pasteWords({ t }: Words): PasteWords {
  return {
    tooLarge: () => t(m.editor_paste_too_large),
    cut: (cut) => cutWords(cut, t),
  };
}

export function limitWords({ t }: Words): LimitWords {
  const { rows, columns, cells, depth } = documentLimits;
  return {
    deepest: () => t(m.editor_list_deepest, { depth }),
    largestTable: () => t(m.editor_table_largest, { rows, columns, cells }),
  };
}

function cutWords(cut: Cut, t: Words["t"]): string {
  switch (cut.what) {
    case "depth":
      return t(m.editor_cut_depth, { kept: cut.kept });
    case "images":
      return t(m.editor_cut_images, { kept: cut.kept, of: cut.of });
    case "rows":
      return t(m.editor_cut_rows, { kept: cut.kept, of: cut.of });
    case "columns":
      return t(m.editor_cut_columns, { kept: cut.kept, of: cut.of });
    case "characters":
      return t(m.editor_cut_characters, { kept: cut.kept });
    case "elsewhere":
      return t(m.editor_cut_elsewhere, { of: cut.of });
    case "blocks":
      return t(m.editor_cut_blocks);
    case "nesting":
      return t(m.editor_cut_nesting);
    case "full":
      return t(m.editor_cut_full);
  }
}

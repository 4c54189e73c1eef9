import { m } from "@guildhall/i18n/messages";
import type { Words } from "../../shell/words.ts";
import { systemName } from "./import/import-words.ts";

/** How a record came, in words. */
export function sourceIn(words: Words, source: string): string {
  const { t } = words;
  if (source === "by-hand") return t(m.record_source_by_hand);
  if (source === "sign-in") return t(m.record_source_sign_in);
  if (source === "import:file") return t(m.record_source_file);
  const system = /^import:(.+)$/.exec(source)?.[1];
  return system === undefined ? source : t(m.record_source_import, { name: systemName(words, system) });
}

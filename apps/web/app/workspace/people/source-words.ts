import { m } from "@guildhall/i18n/messages";
import type { Words } from "../../shell/words.ts";
import { systemName } from "./import/import-words.ts";

/** Where records come from that the house itself has a word for. */
export const knownSources: readonly string[] = [
  "by-hand",
  "sign-in",
  ...["file", "hubspot", "salesforce", "mailchimp", "eventbrite", "shopify", "youzan", "wechat-group"].map(
    (system) => `import:${system}`,
  ),
];

/** How a record came, in words. */
export function sourceIn(words: Words, source: string): string {
  const { t } = words;
  if (source === "by-hand") return t(m.record_source_by_hand);
  if (source === "sign-in") return t(m.record_source_sign_in);
  if (source === "import:file") return t(m.record_source_file);
  const system = /^import:(.+)$/.exec(source)?.[1];
  return system === undefined ? source : t(m.record_source_import, { name: systemName(words, system) });
}

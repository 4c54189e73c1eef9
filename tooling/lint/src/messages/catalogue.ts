import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A message in one language: every text it may show, however many variants. */
export interface Message {
  key: string;
  file: string;
  texts: string[];
}

/** inlang's message format: a text, or one variant array with declarations, selectors and matches. */
type Entry = string | { match: Record<string, string> }[];

const catalogueFolder = "packages/i18n/messages";

/** All messages of a language, in the order of its files; a key that stands in two files comes twice. */
export function readCatalogue(top: string, locale: string): Message[] {
  const folder = `${catalogueFolder}/${locale}`;
  if (!existsSync(join(top, folder))) return [];
  const files = readdirSync(join(top, folder)).filter((name) => name.endsWith(".json"));
  return files.sort().flatMap((name) => {
    const entries: Record<string, Entry> = JSON.parse(readFileSync(join(top, folder, name), "utf8"));
    return Object.entries(entries)
      .filter(([key]) => key !== "$schema")
      .map(([key, entry]) => ({ key, file: `${folder}/${name}`, texts: textsOf(entry) }));
  });
}

function textsOf(entry: Entry): string[] {
  return typeof entry === "string" ? [entry] : entry.flatMap((variants) => Object.values(variants.match));
}

/** What a message wants to be told, over all of its variants. `\{` is a brace, not a placeholder. */
export function placeholders({ texts }: Message): string[] {
  const names = texts.flatMap((text) => [...text.matchAll(/(?<!\\)\{\s*(\w+)\s*\}/g)].map(([, name]) => String(name)));
  return [...new Set(names)].sort();
}

import type { Locale } from "@guildhall/core";
import { headerKey } from "../mapping/header-key.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";

const words: ReadonlyMap<string, Locale> = new Map([
  ...["en", "eng", "english", "英文", "英语"].map((word) => [word, "en"] as const),
  ...["zh", "zho", "chi", "chinese", "中文", "简体中文", "汉语", "普通话", "simplifiedchinese", "mandarin"].map(
    (word) => [word, "zh-CN"] as const,
  ),
]);

/** One of the house's languages, by its code with or without a region, or by its name. */
export function parseLanguage(text: string): Parsed<Locale> {
  const found = words.get(headerKey(text)) ?? words.get(headerKey(text.trim().split(/[-_]/)[0] ?? ""));
  return found ? parsed(found) : refused("imports.language-unknown");
}

import { expect, test } from "vitest";
import { negotiateLocale } from "./locale.ts";

test.each([
  [null, "en"],
  ["", "en"],
  ["zh", "zh-CN"],
  ["zh-TW,zh;q=0.9,en;q=0.8", "zh-CN"],
  ["en-GB,en;q=0.9,zh;q=0.8", "en"],
  ["fr-FR, de;q=0.9, zh-Hans;q=0.5, en;q=0.4", "zh-CN"],
  ["en;q=0.2, zh-CN;q=0.3", "zh-CN"],
  ["zh;q=0, en", "en"],
  ["xx, *;q=0.1", "en"],
  [";;;,,q=", "en"],
])("%s asks for %s", (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
});

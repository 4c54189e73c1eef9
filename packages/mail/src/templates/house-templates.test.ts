import { locales } from "@guildhall/core";
import { convert } from "html-to-text";
import { describe, expect, test } from "vitest";
import { needsConsent, purposes } from "../purpose.ts";
import { samples, secretCode, secretUrl } from "../test/samples.ts";
import { houseOf } from "./house.ts";
import { houseTemplates, templateShelf } from "./house-templates.ts";
import { notice } from "./notice.ts";
import type { Occasion } from "./occasion.ts";
import { smsCode } from "./sms-code.ts";
import type { AnyTemplate } from "./template.ts";

const yuanshan = { name: "远山户外", accent: "#1b6f54" };

function occasion(over: Partial<Occasion> = {}): Occasion {
  const locale = over.locale ?? "en";
  return { locale, house: houseOf(yuanshan, locale), purpose: "transactional", unsubscribeUrl: null, ...over };
}

function mail(template: AnyTemplate, input: unknown, at: Occasion) {
  const rendered = template.render(input, at);
  if (rendered.channel !== "email") throw new Error(`${template.name} is no mail`);
  return rendered;
}

const mails = samples.filter(({ template }) => template.channel === "email");

test("every template has a sample", () => {
  expect(samples.map(({ template }) => template.name)).toEqual(houseTemplates.map(({ name }) => name));
});

test("two templates of one name are refused", () => {
  expect(() => templateShelf([notice, notice])).toThrow("notice");
});

describe.each(mails)("$template.name", ({ template, input }) => {
  test.each(locales)("says in plain text what it says in HTML: %s", (locale) => {
    const at = occasion({ locale, purpose: "events", unsubscribeUrl: "https://hall.example/unsubscribe/a.b" });
    const { html, text } = mail(template, input, at);
    const shown = written(html);
    // A link in small print hides its address in HTML only.
    expect(shown).toEqual(lines(text).filter((line) => line !== "--" && line !== at.unsubscribeUrl));
    expect(text).toContain("https://hall.example/unsubscribe/a.b");
    expect(html).toContain('href="https://hall.example/unsubscribe/a.b"');
  });

  test.each(locales)("has a subject on one line, and its language: %s", (locale) => {
    const { html, subject } = mail(template, input, occasion({ locale }));
    expect(subject).toMatch(/^[^\r\n]+$/);
    expect(html).toContain(`<html lang="${locale}"`);
  });

  test("fetches nothing and runs nothing", () => {
    const { html } = mail(template, input, occasion());
    expect(html).not.toMatch(/<(?:img|script|link|iframe|form)\b|url\(|@import|\bsrc=/i);
  });
});

test.each(samples.filter(({ template }) => template.name !== "notice"))(
  "$template.name speaks both languages",
  ({ template, input }) => {
    const [english, chinese] = locales.map((locale) => template.render(input, occasion({ locale })).text.split("\n"));
    const spoken = (text: readonly string[] = []) =>
      text.filter((line) => !line.startsWith("http") && /\p{L}/u.test(line));
    expect(spoken(chinese).filter((line) => !/\p{Script=Han}/u.test(line))).toEqual([]);
    const shared = spoken(english).filter((line) => chinese?.includes(line));
    expect(shared.filter((line) => line !== yuanshan.name)).toEqual([]);
  },
);

test("whoever reads a mail later gets in nowhere", () => {
  for (const { template, input } of samples) {
    const kept = template.withoutSecrets(input);
    const at = occasion();
    for (const written of Object.values(template.render(kept, at))) {
      expect(written).not.toContain("8f3kQ0vXn2mZr7Tt");
      expect(written).not.toContain(secretCode);
    }
    expect(JSON.stringify(kept)).not.toContain(new URL(secretUrl).pathname);
  }
});

test("input as it is stored is input as it is given", () => {
  for (const { template, input } of samples) {
    const stored: unknown = JSON.parse(JSON.stringify(template.withoutSecrets(input)));
    expect(template.render(stored, occasion())).toEqual(template.render(template.withoutSecrets(input), occasion()));
  }
});

test("values are text, whatever they look like", () => {
  const evil = `<img src=x onerror=alert(1)>"'&lt;`;
  const { html, text } = mail(
    notice,
    { title: evil, paragraphs: [evil], points: [evil], action: { label: evil, url: 'https://hall.example/?a="><b>' } },
    occasion({ house: houseOf({ name: evil, accent: `#b3361f" onclick="x` }, "en") }),
  );
  expect(html).not.toMatch(/<img|<b>|onclick/);
  expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;lt;");
  expect(text).toContain(evil);
});

test.each(["\r\nBcc: everyone@example.com", "\nx", "\rx", "\u2028x", "\u0000", "\u202Egnp.exe"])(
  "a line break in a subject is refused: %j",
  (breaks) => {
    const title = `Hello${breaks}`;
    expect(() => mail(notice, { title, paragraphs: ["…"] }, occasion())).toThrow("mail.line-malformed");
    const named = occasion({ house: houseOf({ name: title, accent: null }, "en") });
    expect(() => mail(samples[0]?.template ?? notice, samples[0]?.input, named)).toThrow("mail.header-malformed");
  },
);

test.each(["javascript:alert(1)", "data:text/html,x", "//evil.example", "hall.example"])(
  "a button opens the web alone: %s",
  (url) => {
    expect(() => mail(notice, { title: "…", paragraphs: ["…"], action: { label: "…", url } }, occasion())).toThrow();
  },
);

test("what needs consent says why it came", () => {
  for (const purpose of purposes.filter(needsConsent)) {
    for (const locale of locales) {
      const { text } = mail(notice, { title: "…", paragraphs: ["…"] }, occasion({ locale, purpose }));
      expect(text.split("-- \n")[1]?.trim().split("\n\n")).toHaveLength(2);
    }
  }
});

test("a code is one SMS in both languages", () => {
  const house = houseOf({ name: "字".repeat(29), accent: null }, "zh-CN");
  const text = smsCode.render({ code: secretCode, minutes: 10 }, occasion({ locale: "zh-CN", house })).text;
  expect(text.length).toBeLessThanOrEqual(70);
  expect(text.startsWith(`【${house.name}】`)).toBe(true);
  const english = smsCode.render({ code: secretCode, minutes: 1 }, occasion({ house: houseOf(null, "en") })).text;
  expect(english.length).toBeLessThanOrEqual(160);
});

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function written(html: string): string[] {
  const options = {
    wordwrap: false as const,
    selectors: [
      { selector: ".preview", format: "skip" },
      { selector: ".stamp", format: "skip" },
      { selector: "h1", options: { uppercase: false } },
      { selector: "a", options: { ignoreHref: true } },
      { selector: "ul", options: { itemPrefix: "- " } },
      { selector: "table", format: "block" },
      { selector: "tr", format: "block" },
      { selector: "td", format: "block" },
    ],
  };
  return lines(convert(html, options));
}

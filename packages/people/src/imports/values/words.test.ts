import fc from "fast-check";
import { expect, test } from "vitest";
import { parseBoolean } from "./boolean.ts";
import { detach, parseName, parseText } from "./clean.ts";
import { parseEmail, splitEmails } from "./email.ts";
import { parseLanguage } from "./language.ts";
import { parseList } from "./list.ts";
import { fullNameOf, splitTurnedName } from "./name.ts";
import { parseUrl } from "./url.ts";

test.each([
  [" P16.EN@Example.com ", "p16.en@example.com"],
  ["mailto:a@b.com", "a@b.com"],
  ["Lin Qiao <lin@yuanshan.example>", "lin@yuanshan.example"],
  ["ａ＠ｂ．com", "a@b.com"],
  ["\u200bada@example.com\ufeff", "ada@example.com"],
])("%j is %s", (written, value) => {
  expect(parseEmail(written)).toEqual({ ok: true, value });
});

test.each(["not-an-email", "a@b@c.example.com", "a@b", "@b.com", "a b@c.com", "a@b.com, c@d.com", ""])(
  "%s is no address",
  (written) => {
    expect(parseEmail(written)).toEqual({ ok: false, code: "imports.email-malformed" });
  },
);

test("a cell may hold several addresses", () => {
  expect(splitEmails("a@b.com; c@d.com")).toHaveLength(2);
  expect(splitEmails("a@b.com, c@d.com\ne@f.com")).toHaveLength(3);
  expect(splitEmails("Qiao, Lin <lin@b.com>")).toHaveLength(1);
});

test.each([
  ["王", "怡娟", "王怡娟"],
  ["欧阳", "娟", "欧阳娟"],
  ["García Márquez", "Olu", "Olu García Márquez"],
  ["Null", "Renée", "Renée Null"],
  ["王", "Anna", "Anna 王"],
  ["김", "민준", "김민준"],
  ["True", null, "True"],
  [null, "Zoë", "Zoë"],
  [null, null, null],
])("%s and %s are %s", (family, given, full) => {
  expect(fullNameOf(family, given)).toBe(full);
});

test.each([
  ["Smith, John", { family: "Smith", given: "John" }],
  ["de la Cruz, Ana María", { family: "de la Cruz", given: "Ana María" }],
  ["欧阳，娟", { family: "欧阳", given: "娟" }],
  ["John Smith, Jr.", null],
  ["Ada Lovelace, PhD", null],
  ["Acme, Inc.", null],
  ["John Smith", null],
  ["a, b, c", null],
  ["Smith,", null],
])("%s turned round is %j", (written, names) => {
  expect(splitTurnedName(written)).toEqual(names);
});

test.each(["Null", "True", "Jr", "undefined", "NaN", "'; drop table person; --", "=cmd|' /C calc'!A0"])(
  "%s is a name",
  (name) => {
    expect(parseName(name)).toEqual({ ok: true, value: name });
  },
);

test("names and notes keep what people write and nothing that prints nothing", () => {
  expect(parseName("  Ada \u3000 Lovelace\n")).toEqual({ ok: true, value: "Ada Lovelace" });
  expect(parseName("a\u0000b")).toEqual({ ok: false, code: "imports.name-malformed" });
  expect(parseName("长".repeat(201))).toEqual({ ok: false, code: "imports.name-malformed" });
  expect(parseText('=HYPERLINK("x")\r\n\tsecond 😀', 100)).toEqual({ ok: true, value: '=HYPERLINK("x")\n\tsecond 😀' });
  expect(parseText("\u202egnp.exe", 100)).toEqual({ ok: true, value: "gnp.exe" });
  expect(parseText("x".repeat(101), 100)).toEqual({ ok: false, code: "imports.text-too-long" });
  expect(parseText("\ud800", 100)).toEqual({ ok: false, code: "imports.text-malformed" });
});

test.each([
  ['"VIP","a, b"', ["VIP", "a, b"]],
  ['"户外, 露营"', ["户外, 露营"]],
  ["retail, outdoor", ["retail", "outdoor"]],
  ["露营;徒步", ["露营", "徒步"]],
  ["团长；意见领袖", ["团长", "意见领袖"]],
  ["a, b; c", ["a, b", "c"]],
  ["VIP, vip ,VIP", ["VIP"]],
  ['喜欢"轻量化"', ['喜欢"轻量化"']],
  [" , ;", []],
])("the list %s", (written, value) => {
  expect(parseList(written)).toEqual({ ok: true, value });
});

test("any tags written as a quoted list read back", () => {
  const tag = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).map((text) => text.normalize("NFC").trim());
  fc.assert(
    fc.property(
      fc.uniqueArray(
        tag.filter((text) => /^[\p{L}\p{N}]/u.test(text) && !/\s\s|[\n\r]/.test(text)),
        { selector: (text) => text.toLowerCase() },
      ),
      (tags) => {
        const written = tags.map((each) => `"${each.replaceAll('"', '""')}"`).join(",");
        const list = parseList(written);
        expect(list.ok && list.value.length).toBe(tags.length);
      },
    ),
  );
});

test.each([
  ["yes 是 TRUE 1 x ✓ ✔ Y 有 subscribed 已订阅", true],
  ["no 否 FALSE 0 N 无 ✗ unsubscribed 退订", false],
])("%s is %s", (words, value) => {
  for (const word of words.split(" ")) expect([word, parseBoolean(word)]).toEqual([word, { ok: true, value }]);
  expect(parseBoolean("maybe").ok).toBe(false);
});

test.each([
  ["example.com/a?b=c", "https://example.com/a?b=c"],
  ["http://例子.中国", "http://xn--fsqu00a.xn--fiqs8s/"],
])("%s is the address %s", (written, value) => {
  expect(parseUrl(written)).toEqual({ ok: true, value });
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "https://user:pass@example.com",
  "ftp://example.com",
  "not a url",
  "localhost",
])("%s is no address on the web", (written) => {
  expect(parseUrl(written).ok).toBe(false);
});

test("languages of the house, by code or name", () => {
  for (const written of ["en", "en-GB", "English", "英文"])
    expect(parseLanguage(written)).toEqual({ ok: true, value: "en" });
  for (const written of ["zh", "zh_CN", "zh-Hans", "中文", "Chinese"])
    expect(parseLanguage(written)).toEqual({ ok: true, value: "zh-CN" });
  expect(parseLanguage("Klingon").ok).toBe(false);
});

test("a detached text is the same text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(detach(text)).toBe(text);
    }),
  );
});

import { expect, test } from "vitest";
import { parseAddress } from "./address.ts";
import { headerText, linkSchema, textSchema } from "./line.ts";
import { domainOf, senderSchema } from "./sender.ts";

test.each([
  ["Ada@Example.COM", "ada@example.com"],
  ["o'neil+list@mail.example.co.uk", "o'neil+list@mail.example.co.uk"],
  ["林薇@例子.公司", "林薇@例子.公司"],
])("%s is an address", (given, compared) => {
  expect(parseAddress("email", given)).toBe(compared);
});

test.each([
  "ada@example.com\r\nBcc: all@example.com",
  "ada@example.com\n",
  "\tada@example.com",
  "ada@example.com, bob@example.com",
  "Ada <ada@example.com>",
  '"ada"@example.com',
  "ada@localhost",
  "ada@example..com",
  "ada@@example.com",
  "ada\u200b@example.com",
  "ada@example.com\u0000",
  `${"a".repeat(65)}@example.com`,
  `ada@${"a.".repeat(130)}com`,
  "",
  null,
])("%j is none", (given) => {
  expect(() => parseAddress("email", given)).toThrow();
});

test("numbers are E.164", () => {
  expect(parseAddress("sms", "+8613800138000")).toBe("+8613800138000");
  for (const given of ["13800138000", "+86 138 0013 8000", "+0123456789", "+8613800138000\n"]) {
    expect(() => parseAddress("sms", given)).toThrow();
  }
});

test("a sender is a name and an address", () => {
  const sender = senderSchema.parse('"Guildhall, the house" <Hall@guildhall.example>');
  expect(sender).toEqual({ name: "Guildhall, the house", address: "hall@guildhall.example" });
  expect(domainOf(sender)).toBe("guildhall.example");
  for (const text of [
    "hall@guildhall.example",
    "Hall <>",
    "Hall <a@b.example> <c@d.example>",
    "Ha\nll <a@b.example>",
  ]) {
    expect(() => senderSchema.parse(text)).toThrow();
  }
});

test("every character that could end a header is refused", () => {
  for (let point = 0; point < 0x20; point++) {
    expect(() => headerText(`a${String.fromCodePoint(point)}b`)).toThrow("mail.header-malformed");
  }
  for (const point of [0x7f, 0x85, 0x2028, 0x2029]) {
    expect(() => headerText(String.fromCodePoint(point))).toThrow("mail.header-malformed");
  }
  expect(headerText("远山户外 · Yuanshan “Outdoor” 👋")).toBe("远山户外 · Yuanshan “Outdoor” 👋");
});

test("text keeps its lines, and no other control characters", () => {
  expect(textSchema().parse("one\r\ntwo\n")).toBe("one\ntwo");
  expect(() => textSchema().parse("one\rtwo")).toThrow();
});

test("a link is written so that it stays in its line and its quotes", () => {
  expect(linkSchema.parse("https://hall.example/a b\"><x\n?q='1'")).toMatch(/^https:\/\/hall\.example\/[^\s"<>]+$/);
});

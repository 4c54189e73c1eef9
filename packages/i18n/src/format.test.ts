import { expect, test } from "vitest";
import { formatDate, formatDateTime, formatList, formatMoney, formatNumber, formatRelative } from "./format.ts";

const evening = new Date("2026-11-28T06:00:00Z");

test("an instant is told in the language and the zone that are asked for", () => {
  expect(formatDate(evening, { locale: "en", timeZone: "America/New_York" })).toBe("Nov 28, 2026");
  expect(formatDateTime(evening, { locale: "zh-CN", timeZone: "Asia/Shanghai" })).toBe("2026年11月28日 14:00");
  expect(formatDateTime(evening, { locale: "en", timeZone: "Asia/Shanghai" })).toBe("Nov 28, 2026, 2:00 PM");
});

test("money has its currency's digits", () => {
  expect(formatMoney({ amount: 32_000, currency: "CNY" }, "zh-CN")).toBe("¥320.00");
  expect(formatMoney({ amount: 320, currency: "JPY" }, "en")).toBe("¥320");
  expect(formatMoney({ amount: -1_999, currency: "EUR" }, "en")).toBe("-€19.99");
});

test("numbers and lists are each language's own", () => {
  expect(formatNumber(5214, "en")).toBe("5,214");
  expect(formatList(["陈雨泽", "欧阳一诺", "周浩宇"], "zh-CN")).toBe("陈雨泽、欧阳一诺和周浩宇");
  expect(formatList(["Ana", "Bo", "Cy"], "en")).toBe("Ana, Bo, and Cy");
});

test.each([
  [20, "now", "现在"],
  [-90, "1 minute ago", "1分钟前"],
  [-3 * 86_400, "3 days ago", "3天前"],
  [86_400, "tomorrow", "明天"],
])("%s seconds from now", (seconds, english, chinese) => {
  const at = new Date(evening.getTime() + seconds * 1_000);
  expect(formatRelative(at, evening, "en")).toBe(english);
  expect(formatRelative(at, evening, "zh-CN")).toBe(chinese);
});

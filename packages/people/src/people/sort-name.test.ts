import { expect, test } from "vitest";
import { sortName } from "./sort-name.ts";

test.each([
  ["陈雨泽", "chen yu ze"],
  ["欧阳锋", "ou yang feng"],
  ["单雄信", "shan xiong xin"],
  ["  Zoë  ÅNGSTRÖM ", "zoe angstrom"],
  ["Ｍａｙａ　林", "maya lin"],
  ["山田 はなこ", "shan tian はなこ"],
  ["🙂", "🙂"],
])("%s sorts as %s", (fullName, expected) => {
  expect(sortName({ fullName })).toBe(expected);
});

test("the family name comes first where it is known", () => {
  expect(sortName({ fullName: "Maya Lin", familyName: "Lin", givenName: "Maya" })).toBe("lin maya");
});

test("a name of two hundred rare characters still fits its column", () => {
  expect(sortName({ fullName: "㍿".repeat(200) }).length).toBeLessThanOrEqual(400);
});

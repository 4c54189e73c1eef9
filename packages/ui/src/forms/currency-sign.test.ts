import { expect, test } from "vitest";
import { currencySign } from "./currency-sign.ts";

test("a sign stands before it, or the code", () => {
  expect(currencySign("CNY", "zh-CN")).toBe("¥");
  expect(currencySign("EUR", "en")).toBe("€");
});

import { phoneSchema } from "@guildhall/auth/schemas";
import fc from "fast-check";
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from "libphonenumber-js/min";
import { expect, test } from "vitest";
import { parseCountry } from "./country.ts";
import { parsePhone, splitPhones } from "./phone.ts";

test.each([
  ["+44 7700-900277", null, "+447700900277"],
  ["+86 1990-0000286", null, "+8619900000286"],
  ["07700 900267", "GB", "+447700900267"],
  ["19900000664", "CN", "+8619900000664"],
  ["'+8619900000050", null, "+8619900000050"],
  ["8619900000586", null, "+8619900000586"],
  ["447700900277", null, "+447700900277"],
  ["12025550123", null, "+12025550123"],
  ["0086 138 0013 8000", null, "+8613800138000"],
  ["+44 (0)7700 900267", null, "+447700900267"],
  ["(202) 555-0123 ext. 12", "US", "+12025550123"],
  ["tel:+1-202-555-0123", null, "+12025550123"],
  ["１３８ ００１３ ８０００", "CN", "+8613800138000"],
  ["\u202a+8613800138000\u202c", null, "+8613800138000"],
  ["010-1234 5678", "CN", "+861012345678"],
  ["+39 06 1234567", null, "+39061234567"],
  ['="13800138000"', "CN", "+8613800138000"],
  ["8613800138000", "CN", "+8613800138000"],
])("%s in %s is %s", (written, country, value) => {
  expect(parsePhone(written, country)).toEqual({ ok: true, value });
});

test.each([
  ["12345", "CN", "imports.phone-malformed"],
  ["call me", "CN", "imports.phone-malformed"],
  ["8.61991E+12", null, "imports.phone-malformed"],
  ["+999123456789", null, "imports.phone-malformed"],
  ["+44 7700", null, "imports.phone-malformed"],
  ["07700 900267", null, "imports.phone-country-missing"],
  ["13800138000", null, "imports.phone-country-missing"],
  ["2025550123", null, "imports.phone-country-missing"],
  ["1; drop table person", "CN", "imports.phone-malformed"],
])("%s in %s is refused", (written, country, code) => {
  expect(parsePhone(written, country)).toEqual({ ok: false, code });
});

test("digits that cannot be the country's may be another's, and are doubtful", () => {
  expect(parsePhone("8613800138000", "US")).toEqual({
    ok: true,
    value: "+8613800138000",
    doubt: "imports.phone-guessed",
  });
});

test("what is remembered of a country's rules is what the library says each time", () => {
  const countries: CountryCode[] = [
    "CN",
    "GB",
    "US",
    "DE",
    "FR",
    "HK",
    "JP",
    "AU",
    "IN",
    "SG",
    "TW",
    "PT",
    "IT",
    "AR",
    "RU",
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...countries),
      fc.stringMatching(/^\d{4,13}$/),
      fc.boolean(),
      (country, digits, isInternational) => {
        const written = isInternational ? `+${getCountryCallingCode(country)}${digits}` : digits;
        const known = parsePhoneNumberFromString(written, isInternational ? undefined : { defaultCountry: country });
        const read = parsePhone(written, isInternational ? null : country);
        if (known?.isPossible() && !/^(?:00|011)/.test(digits)) expect(read).toEqual({ ok: true, value: known.number });
        else if (isInternational && !known?.isPossible()) expect(read.ok).toBe(false);
      },
    ),
    { numRuns: 3_000 },
  );
});

test("a number typed into a form and the same in a file are one", () => {
  for (const written of [
    "+44 7700-900277",
    "+86 138 0013 8000",
    "0086 138 0013 8000",
    "+1 (202) 555-0123",
    "＋８６１３８００１３８０００",
  ])
    expect(parsePhone(written, null)).toEqual({ ok: true, value: phoneSchema.parse(written) });
});

test("a cell may hold several numbers", () => {
  expect(splitPhones("13800138000; 13900139000")).toEqual(["13800138000", " 13900139000"]);
  expect(splitPhones("138 0013 8000 / 139 0013 9000")).toHaveLength(2);
  expect(splitPhones("030/123456")).toEqual(["030/123456"]);
  expect(splitPhones("+1 202 555 0123, ext 12")).toHaveLength(1);
});

test("countries by code and by name, in English and Chinese", () => {
  for (const [written, code] of [
    ["GB", "GB"],
    ["cn", "CN"],
    ["China", "CN"],
    ["中国", "CN"],
    ["United Kingdom", "GB"],
    ["UK", "GB"],
    ["英国", "GB"],
    ["U.S.A.", "US"],
    ["United States", "US"],
    ["德国", "DE"],
    ["中国香港", "HK"],
    ["Hong Kong", "HK"],
    ["Côte d’Ivoire", "CI"],
  ])
    expect([written, parseCountry(written ?? "")]).toEqual([written, code]);
  expect(parseCountry("Atlantis")).toBeNull();
  expect(parseCountry("")).toBeNull();
  for (const code of getCountries()) expect(parseCountry(code)).toBe(code);
});

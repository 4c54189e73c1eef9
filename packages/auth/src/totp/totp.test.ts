import { newId } from "@guildhall/core";
import { describe, expect, test } from "vitest";
import { authenticatorCodeSchema } from "./authenticator-code.ts";
import { toBase32 } from "./base32.ts";
import { openSecret, sealSecret } from "./sealed-secret.ts";
import { codeOfStep, findStep, keyUri, stepOf } from "./totp.ts";

const rfcSecret = Buffer.from("12345678901234567890");

// RFC 6238, appendix B, SHA-1: the last six of its eight digits.
test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("at second %i the RFC's secret makes %s", (second, code) => {
  expect(codeOfStep(rfcSecret, stepOf(new Date(second * 1_000)))).toBe(code);
});

// RFC 4648, section 10.
test.each([
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
])("base32 of %j is %j", (text, expected) => {
  expect(toBase32(Buffer.from(text))).toBe(expected);
});

test("a clock may be one half minute off, either way, and no more", () => {
  const now = new Date("2026-03-02T09:00:10.000Z");
  const here = stepOf(now);
  for (const off of [-1, 0, 1]) expect(findStep(rfcSecret, codeOfStep(rfcSecret, here + off), now)).toBe(here + off);
  for (const off of [-2, 2, 100]) expect(findStep(rfcSecret, codeOfStep(rfcSecret, here + off), now)).toBeNull();
  for (const odd of ["", "12345", "1234567", "abcdef"]) expect(findStep(rfcSecret, odd, now)).toBeNull();
});

test("digits are taken however people and keyboards write them", () => {
  for (const written of ["005924", "005 924", " 005-924 ", "００５９２４"])
    expect(authenticatorCodeSchema.parse(written)).toBe("005924");
  for (const wrong of ["", "12345", "1234567", "12a456", "٠٠٥٩٢٤", "005924\u0000"])
    expect(authenticatorCodeSchema.safeParse(wrong).success).toBe(false);
});

test("an app is told the house, the account and the secret, whatever signs they have", () => {
  const uri = new URL(keyUri(rfcSecret, { issuer: "会馆 Guildhall", account: "lin+a&b@example.com" }));
  expect(decodeURIComponent(uri.pathname)).toBe("/会馆 Guildhall:lin+a&b@example.com");
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    secret: toBase32(rfcSecret),
    issuer: "会馆 Guildhall",
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
});

describe("a secret at rest", () => {
  const seal = { secret: "the installation's own secret, long enough", userId: newId<"user_account">() };

  test("opens for its user under the installation's secret, and never looks the same twice", () => {
    const [one, two] = [sealSecret(rfcSecret, seal), sealSecret(rfcSecret, seal)];
    expect(openSecret(one, seal)).toEqual(rfcSecret);
    expect(one.equals(two)).toBe(false);
    expect(one.includes(rfcSecret)).toBe(false);
  });

  test("opens for nobody else, under no other secret, and not once it was changed", () => {
    const sealed = sealSecret(rfcSecret, seal);
    expect(() => openSecret(sealed, { ...seal, userId: newId() })).toThrow();
    expect(() => openSecret(sealed, { ...seal, secret: "another installation's secret, as long" })).toThrow();
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
      expect(() => openSecret(changed, seal)).toThrow();
    }
    expect(() => openSecret(sealed.subarray(0, -1), seal)).toThrow();
  });
});

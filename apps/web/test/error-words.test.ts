import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { locales } from "@guildhall/core";
import { documentErrorWords } from "@guildhall/i18n/document-errors";
import { knownErrorCodes } from "@guildhall/i18n/errors";
import { operatorErrorCodes, sayOperatorError } from "@guildhall/i18n/operator-errors";
import { expect, test } from "vitest";
import "../app/documents/error-words.ts";
import { sayAnswer } from "../app/shell/error-words.ts";

const pageCodes = [...knownErrorCodes, ...Object.keys(documentErrorWords)];
const root = join(import.meta.dirname, "../../..");
const thrown =
  /(?:\b(?:invalid|conflict|notFound|forbidden|limited|tooLarge|unavailable|unauthenticated)\(\s*|\bAppError\(\s*"[a-z-]+",\s*|\berror: )"([a-z]+\.[a-z0-9-]+)"/g;

function codesIn(pattern: string): string[] {
  const files = globSync(pattern, { cwd: root }).filter((file) => !/\.test\.ts$|node_modules|paraglide/.test(file));
  return files.flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(thrown)].map(([, code = ""]) => code),
  );
}

const codes = [...new Set([...codesIn("packages/*/src/**/*.ts"), ...codesIn("apps/web/app/**/*.{ts,tsx}")])].sort();

test("there are codes to look at", () => {
  expect(codes.length).toBeGreaterThan(25);
  expect(codes).toContain("people.identity-taken");
});

test.each(codes)("%s has words", (code) => {
  expect([...pageCodes, ...operatorErrorCodes]).toContain(code);
});

test.each(locales)("every code that has words has its own in %s, without holes", (locale) => {
  for (const code of pageCodes) {
    const words = sayAnswer(locale, `${code}?seconds=40&limit=1048576&megapixels=67`);
    expect(words).not.toMatch(/undefined|NaN|\{/);
    expect(words.length).toBeGreaterThan(3);
  }
  for (const code of operatorErrorCodes)
    expect(sayOperatorError(locale, code, { table: "person", line: 3, column: "id" })).not.toMatch(/undefined|NaN|\{/);
});

test("a code that nobody knows still gets a sentence", () => {
  expect(sayAnswer("en", "Invalid input: expected string")).toBe("This is not as it should be.");
});

import { expect, test } from "vitest";
import { maxFileNameBytes, tidyFileName } from "./file-name.ts";
import { seeded, seededBytes } from "./test/seeded.ts";

test.each([
  ["客户名单 2026.csv", "客户名单 2026.csv"],
  ["/etc/passwd", "passwd"],
  ["C:\\Users\\chen\\合同.pdf", "合同.pdf"],
  ["../../../.ssh/", "ssh"],
  ["..", "file"],
  ["", "file"],
  [".htaccess", "htaccess"],
  ["invoice\u202Egpj.exe", "invoicegpj.exe"],
  ["a\u0000b\r\nSet-Cookie: x.txt", "abSet-Cookie: x.txt"],
  ["Cafe\u0301.png", "Café.png"],
  ["half \uD83D.png", "half \uFFFD.png"],
  ["👨‍👩‍👧 family.png", "👨‍👩‍👧 family.png"],
  ["  two   spaces .txt ", "two spaces .txt"],
])("%j is kept as %j", (given, kept) => {
  expect(tidyFileName(given)).toBe(kept);
});

test("a long name is cut between characters and keeps its ending", () => {
  const tidy = tidyFileName(`${"会".repeat(300)}.xlsx`);
  expect(tidy).toMatch(/^会+\.xlsx$/);
  expect(Buffer.byteLength(tidy)).toBeLessThanOrEqual(maxFileNameBytes);
  expect(tidyFileName(`${"👨‍👩‍👧".repeat(80)}.png`)).toMatch(/^(?:👨‍👩‍👧)+\.png$/u);
});

test("whatever bytes a name is made of, it is one line, one path segment, no longer than allowed, and tidy already", () => {
  const random = seeded(7);
  for (let run = 0; run < 3_000; run++) {
    const bytes = Buffer.from(seededBytes(random, Math.floor(random() * 600)));
    for (const encoding of ["utf8", "latin1", "utf16le"] as const) {
      const tidy = tidyFileName(bytes.toString(encoding));
      expect(tidy).not.toMatch(/[\p{Cc}\p{Cs}/\\\u202A-\u202E\u2066-\u2069]/u);
      expect(tidy).not.toMatch(/^\.|^$/);
      expect(Buffer.byteLength(tidy)).toBeLessThanOrEqual(maxFileNameBytes);
      expect(tidyFileName(tidy)).toBe(tidy);
    }
  }
});

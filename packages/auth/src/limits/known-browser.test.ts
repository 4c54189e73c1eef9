import { newId } from "@guildhall/core";
import { expect, test } from "vitest";
import { recogniseBrowser, rememberBrowser } from "./known-browser.ts";

const secret = "a secret that only these tests know";
const [lin, maya] = [newId<"user_account">(), newId<"user_account">()];

test("a browser is recognised for whoever signed in there, and for nobody else", () => {
  const kept = rememberBrowser(secret, null, lin);
  expect(recogniseBrowser(secret, kept, lin)).toMatch(/^[\w-]{16}$/);
  expect(recogniseBrowser(secret, kept, maya)).toBeNull();
  expect(recogniseBrowser(secret, kept, null)).toBeNull();
  expect(recogniseBrowser("another secret", kept, lin)).toBeNull();
});

test("several people may share one, and it stays the same one for each", () => {
  const first = rememberBrowser(secret, null, lin);
  const both = rememberBrowser(secret, first, maya);
  const again = rememberBrowser(secret, both, lin);
  expect(recogniseBrowser(secret, again, lin)).toBe(recogniseBrowser(secret, first, lin));
  expect(recogniseBrowser(secret, again, maya)).toBe(recogniseBrowser(secret, both, maya));
});

test("it forgets whoever was there longest ago, and never grows", () => {
  let kept = rememberBrowser(secret, null, lin);
  for (let n = 0; n < 20; n++) kept = rememberBrowser(secret, kept, newId());
  expect(recogniseBrowser(secret, kept, lin)).toBeNull();
  expect(kept.length).toBeLessThan(260);
});

test.each(["", "~", "x.y", `${"a".repeat(16)}.${"b".repeat(43)}`, "é".repeat(300), "a".repeat(100_000)])(
  "what nobody here made is not believed",
  (forged) => {
    expect(recogniseBrowser(secret, forged, lin)).toBeNull();
    expect(recogniseBrowser(secret, rememberBrowser(secret, forged, lin), lin)).not.toBeNull();
  },
);

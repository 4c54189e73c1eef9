import fc from "fast-check";
import { expect, test } from "vitest";
import { isShortcut, type PressedKey, shortcutKeys } from "./shortcut.ts";
import { stepKey } from "./step-key.ts";

const arrows = fc.constantFrom("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End");

test("a key never leads out of the row", () => {
  fc.assert(
    fc.property(arrows, fc.integer({ min: -1, max: 40 }), fc.integer({ min: 0, max: 40 }), (key, at, count) => {
      const to = stepKey(key, at, count);
      if (count === 0) expect(to).toBeUndefined();
      else expect(to !== undefined && to >= 0 && to < count).toBe(true);
    }),
  );
});

test("there and back is where one was", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(39), (count, from) => {
      const at = from % count;
      expect(stepKey("ArrowUp", stepKey("ArrowDown", at, count) ?? -1, count)).toBe(at);
    }),
  );
});

test("a row walks along itself only", () => {
  expect(stepKey("ArrowLeft", 1, 3, "vertical")).toBeUndefined();
  expect(stepKey("ArrowDown", 1, 3, "horizontal")).toBeUndefined();
  expect(stepKey("a", 1, 3)).toBeUndefined();
});

const press = (key: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test("a shortcut is that press and no other", () => {
  expect(isShortcut(press("k", { metaKey: true }), "mod+k")).toBe(true);
  expect(isShortcut(press("K", { ctrlKey: true }), "mod+k")).toBe(true);
  expect(isShortcut(press("k"), "mod+k")).toBe(false);
  expect(isShortcut(press("k", { ctrlKey: true, shiftKey: true }), "mod+k")).toBe(false);
  expect(isShortcut(press("Z", { metaKey: true, shiftKey: true }), "mod+shift+z")).toBe(true);
  expect(isShortcut(press("?", { shiftKey: true }), "?")).toBe(true);
  expect(isShortcut(press("?"), "?")).toBe(true);
  expect(isShortcut(press("n", { shiftKey: true }), "n")).toBe(false);
  expect(isShortcut(press("n", { altKey: true }), "n")).toBe(false);
});

test("a shortcut is printed as the keyboard has it", () => {
  expect(shortcutKeys("mod+k", true)).toEqual(["⌘", "K"]);
  expect(shortcutKeys("mod+k", false)).toEqual(["Ctrl", "K"]);
  expect(shortcutKeys("Escape", false)).toEqual(["Esc"]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { placeBeside } from "./place-beside.ts";

const window = { width: 390, height: 844 };
const box = (left: number, top: number) => ({ left, top, bottom: top + 32, width: 80, height: 32 });

test("below its owner, or above where there is more room", () => {
  expect(placeBeside(box(20, 100), { width: 200, height: 300 }, window)).toMatchObject({ left: 20, top: 136 });
  expect(placeBeside(box(20, 780), { width: 200, height: 300 }, window)).toMatchObject({ left: 20, top: 476 });
});

test("never out of the window, wherever its owner stands", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 310 }),
      fc.integer({ min: 0, max: 812 }),
      fc.integer({ min: 0, max: 374 }),
      fc.integer({ min: 0, max: 2_000 }),
      (left, top, width, height) => {
        const at = placeBeside(box(left, top), { width, height }, window);
        expect(at.left).toBeGreaterThanOrEqual(8);
        expect(at.left + width).toBeLessThanOrEqual(390 - 8);
        const shown = Math.min(height, at.room);
        expect(at.top).toBeGreaterThanOrEqual(0);
        expect(at.top + shown).toBeLessThanOrEqual(844 - 8 + 1e-9);
      },
    ),
  );
});

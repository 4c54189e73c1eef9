import fc from "fast-check";
import { expect, test } from "vitest";
import {
  append,
  mostPages,
  nextCursor,
  openWindow,
  patchRow,
  prepend,
  previousCursor,
  type RowWindow,
  renew,
  rowsOf,
} from "./row-window.ts";

const size = 5;
const rowNamed = (place: number) => ({
  id: `r${place}`,
  name: `Row ${place}`,
  href: `/r${place}`,
  cells: { name: `Row ${place}` },
});

/** A list of so many rows, read by keyset. */
function pageAt(length: number, from: number) {
  const rows = Array.from({ length: Math.max(0, Math.min(size, length - from)) }, (_, place) => rowNamed(from + place));
  return {
    rows,
    next: from + size < length ? `at:${from + size}` : null,
    previous: from > 0 ? `at:${Math.max(0, from - size)}` : null,
    cursor: from === 0 ? null : `at:${from}`,
  };
}

const placeIn = (cursor: string | null) => Number(cursor?.slice(3) ?? 0);
const down = (length: number, window: RowWindow) => {
  const next = nextCursor(window);
  return next === null ? window : append(window, pageAt(length, placeIn(next)));
};
const up = (length: number, window: RowWindow) => {
  const previous = previousCursor(window);
  return previous === null ? window : prepend(window, pageAt(length, placeIn(previous)));
};

test("however one scrolls, each row is where it belongs and only so many are held", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 150 }), fc.array(fc.boolean(), { maxLength: 60 }), (length, ways) => {
      let window = openWindow(pageAt(length, 0));
      for (const on of ways) {
        window = on ? down(length, window) : up(length, window);
        expect(window.pages.length).toBeLessThanOrEqual(mostPages);
        const held = rowsOf(window);
        expect(held.map(({ id }) => id)).toEqual(held.map((_, place) => `r${window.start + place}`));
      }
    }),
  );
});

test("a row that moved while one scrolled stands once", () => {
  const window = openWindow(pageAt(20, 0));
  const later = append(window, { ...pageAt(20, 5), rows: [rowNamed(4), rowNamed(5)] });
  expect(rowsOf(later).map(({ id }) => id)).toEqual(["r0", "r1", "r2", "r3", "r4", "r5"]);
});

test("a page is read anew in its place, and one row as it is now", () => {
  const window = down(20, openWindow(pageAt(20, 0)));
  const renamed = renew(window, { ...pageAt(20, 5), rows: [{ ...rowNamed(5), name: "New" }] });
  expect(rowsOf(renamed)[5]?.name).toBe("New");
  expect(rowsOf(patchRow(window, "r2", (row) => ({ ...row, name: "Patched" })))[2]?.name).toBe("Patched");
});

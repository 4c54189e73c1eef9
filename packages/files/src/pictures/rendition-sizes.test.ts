import { expect, test } from "vitest";
import { seeded } from "../test/seeded.ts";
import { renditionSizes } from "./rendition-sizes.ts";

test.each([
  [{ width: 4000, height: 3000 }, ["96x72", "320x240", "960x720", "1920x1440"]],
  [{ width: 1000, height: 500 }, ["96x48", "320x160", "960x480", "1000x500"]],
  [{ width: 200, height: 300 }, ["96x144", "200x300"]],
  [{ width: 96, height: 96 }, ["96x96"]],
  [{ width: 1, height: 1 }, ["1x1"]],
  [{ width: 5000, height: 1 }, ["96x1", "320x1", "960x1", "1920x1"]],
  [{ width: 100, height: 30_000 }, ["55x16383"]],
])("of %j there are %j", (picture, sizes) => {
  expect(renditionSizes(picture).map(({ width, height }) => `${width}x${height}`)).toEqual(sizes);
});

test("whatever the picture: at least one, never larger, widths ascending, in proportion", () => {
  const random = seeded(11);
  for (let run = 0; run < 5_000; run++) {
    const picture = { width: 1 + Math.floor(random() ** 3 * 60_000), height: 1 + Math.floor(random() ** 3 * 60_000) };
    const sizes = renditionSizes(picture);
    const widths = sizes.map(({ width }) => width);
    expect(widths.length).toBeGreaterThan(0);
    expect(widths).toEqual([...new Set(widths)].sort((first, second) => first - second));
    for (const { width, height } of sizes) {
      expect(width).toBeLessThanOrEqual(Math.min(1920, picture.width));
      expect(height).toBeLessThanOrEqual(Math.min(16_383, picture.height));
      expect(Math.abs(width * picture.height - height * picture.width)).toBeLessThanOrEqual(
        picture.width + picture.height,
      );
    }
  }
});

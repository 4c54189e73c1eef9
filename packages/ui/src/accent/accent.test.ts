import { expect, test } from "vitest";
import { accentFrom, accentStyle } from "./accent.ts";
import { contrast, fromOklch, parseHex, toHex, toOklch } from "./color.ts";

const grounds = {
  light: ["#fbf8f2", "#fffdf9", "#f4efe5", "#ffffff"],
  dark: ["#161410", "#1c1915", "#12100d", "#24201a"],
};

/** A grid over the whole cube, its corners and greys among them. */
const everyColour = [...grid(0x11)].filter((_, at) => at % 3 === 0);

test.each(["light", "dark"] as const)("every colour a tenant may choose reads in the %s theme", (theme) => {
  for (const hex of everyColour) {
    const accent = accentFrom(hex)?.[theme];
    if (!accent) throw new Error(hex);
    const at = `${hex} → ${JSON.stringify(accent)}`;
    expect(between(accent.fill, accent.onFill), at).toBeGreaterThanOrEqual(4.5);
    expect(between(accent.deep, accent.onFill), at).toBeGreaterThanOrEqual(4.5);
    for (const ground of grounds[theme]) {
      expect(between(accent.fill, ground), at).toBeGreaterThanOrEqual(3);
      expect(between(accent.ink, ground), at).toBeGreaterThanOrEqual(4.5);
    }
    expect(between(accent.ink, accent.tint), at).toBeGreaterThanOrEqual(4.5);
  }
});

test("a colour that reads already is left as it was chosen", () => {
  expect(accentFrom("#b3361f")?.light.fill).toBe("#b3361f");
  expect(accentFrom("#1B6F54")?.light.fill).toBe("#1b6f54");
});

test("hue survives", () => {
  for (const hex of ["#ffd400", "#00a86b", "#0040ff", "#ff0090"]) {
    const hue = (it: string) => toOklch(rgb(it)).h;
    const accent = accentFrom(hex);
    expect(Math.abs(hue(accent?.light.fill ?? "") - hue(hex))).toBeLessThan(0.06);
    expect(Math.abs(hue(accent?.dark.fill ?? "") - hue(hex))).toBeLessThan(0.06);
  }
});

test("no colour is the house's own seal", () => {
  expect(accentStyle(null)).toEqual({});
  expect(accentStyle("cinnabar")).toEqual({});
  expect(accentStyle("#b3361f; background: url(//evil)")).toEqual({});
});

test("a style carries both themes", () => {
  expect(accentStyle("#1b6f54")["--accent"]).toMatch(/^var\(--if-light, #1b6f54\) var\(--if-dark, #[0-9a-f]{6}\)$/);
});

test("OKLCH there and back", () => {
  for (const hex of everyColour) expect(between(toHex(fromOklch(toOklch(rgb(hex)))), hex)).toBeLessThan(1.02);
});

function* grid(step: number) {
  for (let r = 0; r <= 255; r += step)
    for (let g = 0; g <= 255; g += step)
      for (let b = 0; b <= 255; b += step) yield toHex({ r: r / 255, g: g / 255, b: b / 255 });
}

function between(one: string, other: string): number {
  return contrast(rgb(one), rgb(other));
}

function rgb(hex: string) {
  const parsed = parseHex(hex);
  if (!parsed) throw new Error(`not a colour: ${hex}`);
  return parsed;
}

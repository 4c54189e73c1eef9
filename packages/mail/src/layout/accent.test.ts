import { expect, test } from "vitest";
import { accentFor, contrast, readHex } from "./accent.ts";
import { palette, type Theme } from "./palette.ts";

const steps = ["00", "33", "66", "99", "cc", "ff"];
const colours = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)));

test.each<Theme>(["light", "dark"])("whatever colour a tenant chose can be seen and read: %s", (theme) => {
  for (const chosen of colours) {
    const { fill, on } = accentFor(chosen, theme);
    expect(between(fill, on), chosen).toBeGreaterThanOrEqual(4.5);
    expect(between(fill, palette[theme].paper), chosen).toBeGreaterThanOrEqual(3);
  }
});

test("a colour that reads already stays, and none is the seal's", () => {
  expect(accentFor("#1b6f54", "light").fill).toBe("#1b6f54");
  expect(accentFor(null, "light")).toEqual({ fill: palette.light.seal, on: palette.light.onSeal });
  expect(accentFor("red; }", "dark").fill).toBe(palette.dark.seal);
});

function between(one: string, other: string): number {
  const [a, b] = [readHex(one), readHex(other)];
  if (!a || !b) throw new Error(`${one} or ${other} is no colour`);
  return contrast(a, b);
}

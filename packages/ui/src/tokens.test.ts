import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrast, parseHex } from "./accent/color.ts";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const light = block(/:root,\s+\[data-theme="light"\] \{([^}]*)\}/);
const darkByMedia = block(/:root:not\(\[data-theme="light"\]\) \{([^}]*)\}/);
const darkByChoice = block(/ {2}\[data-theme="dark"\] \{([^}]*)\}/);

test("dark is the same whether the system or the person asks for it", () => {
  expect(darkByChoice).toEqual(darkByMedia);
  expect(Object.keys(darkByMedia)).toEqual(Object.keys(light));
});

const grounds = ["paper", "surface", "sunk", "raised"];
const text = ["ink", "ink-2", "ink-3", "seal", "jade", "ochre", "indigo", "plum"];
const tinted = ["seal", "jade", "ochre", "indigo", "plum"];

test.each([
  ["light", light],
  ["dark", darkByMedia],
] as const)("every text colour reads on its grounds, %s", (_, theme) => {
  for (const ground of grounds)
    for (const colour of text)
      expect(between(theme, colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  for (const tone of tinted) {
    for (const colour of [tone, "ink", "ink-2", "ink-3"])
      expect(between(theme, colour, `${tone}-tint`), `${colour} on ${tone}-tint`).toBeGreaterThanOrEqual(4.5);
  }
  expect(between(theme, "ink-on-seal", "seal")).toBeGreaterThanOrEqual(4.5);
  expect(between(theme, "ink-on-seal", "seal-deep")).toBeGreaterThanOrEqual(4.5);
});

test.each([
  ["light", light],
  ["dark", darkByMedia],
] as const)("edges of controls and the focus ring are seen, %s", (_, theme) => {
  for (const ground of grounds)
    for (const edge of ["control", "focus"])
      expect(between(theme, edge, ground), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
});

function block(pattern: RegExp): Record<string, string> {
  const body = pattern.exec(css)?.[1];
  if (body === undefined) throw new Error(`tokens.css has no ${pattern}`);
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):([^;]*);/g)].map(([, name = "", value = ""]) => [name, value.trim()]),
  );
}

function between(theme: Record<string, string>, one: string, other: string): number {
  const [a, b] = [parseHex(theme[one] ?? ""), parseHex(theme[other] ?? "")];
  if (!a || !b) throw new Error(`${one} or ${other} is no colour`);
  return contrast(a, b);
}

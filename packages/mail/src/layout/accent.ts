import { palette, type Theme } from "./palette.ts";

/** A fill and what is written on it. */
export interface Accent {
  readonly fill: string;
  readonly on: string;
}

type Rgb = readonly [red: number, green: number, blue: number];

const away = { light: [0, 0, 0], dark: [255, 255, 255] } as const satisfies Record<Theme, Rgb>;
const writings = [palette.light.onSeal, palette.dark.onSeal];

/**
 * A tenant's colour, moved away from the paper as far as it takes to be seen on it (3:1) and written on (4.5:1).
 * The seal's own where there is none to read.
 */
export function accentFor(chosen: string | null, theme: Theme): Accent {
  const { seal, onSeal, paper } = palette[theme];
  const from = chosen === null ? null : readHex(chosen);
  if (!from) return { fill: seal, on: onSeal };
  for (let share = 0; share <= 1; share += 0.04) {
    const fill = mix(from, away[theme], share);
    const on = writings.find((writing) => contrast(fill, readHex(writing) ?? fill) >= 4.5);
    if (on && contrast(fill, readHex(paper) ?? fill) >= 3) return { fill: toHex(fill), on };
  }
  return { fill: seal, on: onSeal };
}

export function readHex(hex: string): Rgb | null {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!digits) return null;
  const [red = 0, green = 0, blue = 0] = digits.slice(1).map((pair) => Number.parseInt(pair, 16));
  return [red, green, blue];
}

/** WCAG 2's contrast, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const blend = (start: number, end: number) => Math.round(start + (end - start) * share);
  return [blend(from[0], to[0]), blend(from[1], to[1]), blend(from[2], to[2])];
}

function toHex(colour: Rgb): string {
  return `#${colour.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

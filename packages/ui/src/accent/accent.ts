import type { CSSProperties } from "react";
import { contrast, fromOklch, mix, type Oklch, parseHex, type Rgb, toHex, toOklch } from "./color.ts";

/** One theme's shades of a tenant's colour, as hex. */
export type Accent = {
  /** The fill of stamps and primary buttons: ≥ 3:1 on every ground. */
  readonly fill: string;
  /** What is written on the fill: ≥ 4.5:1. */
  readonly onFill: string;
  /** The fill under the pointer; `onFill` stays ≥ 4.5:1 on it. */
  readonly deep: string;
  /** A quiet ground. */
  readonly tint: string;
  /** The colour as text: ≥ 4.5:1 on every ground and on the tint. */
  readonly ink: string;
};
export type AccentStyle = CSSProperties & { readonly [property: `--${string}`]: string };

/** The accent a tenant chose, made readable in both themes; undefined when it is no `#rgb` or `#rrggbb`. */
export function accentFrom(hex: string): { readonly light: Accent; readonly dark: Accent } | undefined {
  const chosen = parseHex(hex);
  return chosen && { light: inTheme(chosen, LIGHT), dark: inTheme(chosen, DARK) };
}

/**
 * Dresses an element and what it holds in a tenant's colour, in whichever theme it stands:
 * `<div style={accentStyle(tenant.accent)}>`. Empty, and so the house's own seal, when there is no colour to read.
 */
export function accentStyle(hex: string | null | undefined): AccentStyle {
  const accent = hex ? accentFrom(hex) : undefined;
  if (!accent) return {};
  const { light, dark } = accent;
  // One of the two is always the empty value, the other the guaranteed-invalid one: see tokens.css.
  const either = (shade: keyof Accent) => `var(--if-light, ${light[shade]}) var(--if-dark, ${dark[shade]})`;
  return {
    "--accent": either("fill"),
    "--accent-deep": either("deep"),
    "--accent-tint": either("tint"),
    "--accent-ink": either("ink"),
    "--on-accent": either("onFill"),
  };
}

type Theme = { readonly grounds: readonly Rgb[]; readonly surface: Rgb; readonly away: -1 | 1; readonly tint: number };

/** The grounds are those of tokens.css; `away` is the direction in which a colour leaves them. */
const LIGHT: Theme = {
  grounds: colours("#fbf8f2", "#fffdf9", "#f4efe5", "#ffffff"),
  surface: colour("#fffdf9"),
  away: -1,
  tint: 0.12,
};
const DARK: Theme = {
  grounds: colours("#161410", "#1c1915", "#12100d", "#24201a"),
  surface: colour("#1c1915"),
  away: 1,
  tint: 0.2,
};
const WRITING = { cream: colour("#fffaf5"), ink: colour("#1a0d08") };

function inTheme(chosen: Rgb, theme: Theme): Accent {
  const fill = move(toOklch(chosen), theme.away, (it) => reads(it, theme.grounds, 3) && writingOn(it) !== undefined);
  const onFill = writingOn(fill) ?? WRITING.cream;
  const fromWriting = onFill === WRITING.cream ? -1 : 1;
  const tint = asShown(mix(theme.surface, fill, theme.tint));
  return {
    fill: toHex(fill),
    onFill: toHex(onFill),
    deep: toHex(fromOklch(shift(toOklch(fill), fromWriting * 0.06))),
    tint: toHex(tint),
    ink: toHex(move(toOklch(fill), theme.away, (it) => reads(it, [...theme.grounds, tint], 4.5))),
  };
}

/** The nearest lightness, on the way away from the grounds, at which the colour will do. */
function move(from: Oklch, away: -1 | 1, willDo: (colour: Rgb) => boolean): Rgb {
  let at = from;
  const end = away === 1 ? 1 : 0;
  while (at.l !== end && !willDo(onScreen(at))) at = shift(at, away * 0.01);
  return onScreen(at);
}

function writingOn(fill: Rgb): Rgb | undefined {
  if (contrast(fill, WRITING.cream) >= 4.5) return WRITING.cream;
  return contrast(fill, WRITING.ink) >= 4.5 ? WRITING.ink : undefined;
}

const reads = (it: Rgb, grounds: readonly Rgb[], ratio: number) =>
  grounds.every((ground) => contrast(it, ground) >= ratio);
const shift = (it: Oklch, by: number): Oklch => ({ ...it, l: Math.min(1, Math.max(0, it.l + by)) });
/** As the eight bits of a hex colour will show it, so that what was measured is what is seen. */
const asShown = (it: Rgb) => colour(toHex(it));
const onScreen = (it: Oklch) => asShown(fromOklch(it));

function colours(...hexes: readonly string[]): readonly Rgb[] {
  return hexes.map(colour);
}

function colour(hex: string): Rgb {
  const rgb = parseHex(hex);
  if (!rgb) throw new Error(`not a colour: ${hex}`);
  return rgb;
}

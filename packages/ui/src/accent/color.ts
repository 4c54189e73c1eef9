export type Rgb = { readonly r: number; readonly g: number; readonly b: number };
export type Oklch = { readonly l: number; readonly c: number; readonly h: number };

/** Reads `#rgb` or `#rrggbb`; undefined for anything else. Channels are 0 to 1. */
export function parseHex(hex: string): Rgb | undefined {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex.trim())?.[1];
  if (digits === undefined) return undefined;
  const step = digits.length / 3;
  const channel = (at: number) => {
    const part = digits.slice(at * step, (at + 1) * step);
    return Number.parseInt(step === 1 ? part + part : part, 16) / 255;
  };
  return { r: channel(0), g: channel(1), b: channel(2) };
}

export function toHex({ r, g, b }: Rgb): string {
  return `#${[r, g, b]
    .map((v) =>
      Math.round(clamp(v) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** The contrast of WCAG 2, from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

export function mix(ground: Rgb, colour: Rgb, share: number): Rgb {
  const blend = (from: number, to: number) => from + (to - from) * share;
  return { r: blend(ground.r, colour.r), g: blend(ground.g, colour.g), b: blend(ground.b, colour.b) };
}

/** Björn Ottosson's OKLab, in polar form: https://bottosson.github.io/posts/oklab/ */
export function toOklch(rgb: Rgb): Oklch {
  const [r, g, b] = [linear(rgb.r), linear(rgb.g), linear(rgb.b)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, c: Math.hypot(a, bb), h: Math.atan2(bb, a) };
}

/** Back to sRGB; a colour that a screen cannot show gives up chroma, never its lightness or hue. */
export function fromOklch(colour: Oklch): Rgb {
  for (let c = colour.c; c > 0.002; c -= 0.004) {
    const rgb = unclamped({ ...colour, c });
    if ([rgb.r, rgb.g, rgb.b].every((v) => v >= -0.0005 && v <= 1.0005)) return clampAll(rgb);
  }
  return clampAll(unclamped({ ...colour, c: 0 }));
}

function unclamped({ l, c, h }: Oklch): Rgb {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)];
  const ll = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return {
    r: gamma(4.0767416621 * ll - 3.3077115913 * m + 0.2309699292 * s),
    g: gamma(-1.2684380046 * ll + 2.6097574011 * m - 0.3413193965 * s),
    b: gamma(-0.0041960863 * ll - 0.7034186147 * m + 1.707614701 * s),
  };
}

function luminance({ r, g, b }: Rgb): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

const linear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const gamma = (v: number) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);
const clamp = (v: number) => Math.min(1, Math.max(0, v));
const clampAll = ({ r, g, b }: Rgb): Rgb => ({ r: clamp(r), g: clamp(g), b: clamp(b) });

import type { Locale, Width } from "./combination.ts";

const heights = { 390: 844, 768: 1024, 1440: 900 } as const satisfies Record<Width, number>;
const zones = { en: "America/New_York", "zh-CN": "Asia/Shanghai" } as const satisfies Record<Locale, string>;

export function viewportOf(width: Width): { width: number; height: number } {
  return { width, height: heights[width] };
}

/** The narrowest window is a phone: touch, and a viewport that obeys `<meta name="viewport">`. */
export function isPhone(width: Width): boolean {
  return width === 390;
}

/** Never the server's UTC, so that a time rendered in the wrong zone shows as a hydration error. */
export function zoneOf(locale: Locale): string {
  return zones[locale];
}

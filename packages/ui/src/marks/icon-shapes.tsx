import type { ReactNode } from "react";

/** Drawn on 16 × 16 with a pen of 1.6, open where a brush would lift. */
export const iconShapes = {
  search: <path d="M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.5 10.5 14 14" />,
  check: <path d="m3 8.5 3 3 7-7.5" />,
  person: <path d="M11 5a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM2.5 14c.6-3 2.7-4.5 5.5-4.5s4.9 1.5 5.5 4.5" />,
  people: (
    <path d="M8.5 5.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM1.5 13.5c.4-2.7 2-4 4.5-4s4.1 1.3 4.5 4M10.5 3.200a2.5 2.5 0 0 1 0 4.600M12 9.800c1.5.5 2.3 1.8 2.5 3.7" />
  ),
  calendar: (
    <path d="M3.5 3h9A1.5 1.5 0 0 1 14 4.5v8a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 12.5v-8A1.5 1.5 0 0 1 3.5 3zM2 6.5h12M5 1.5v3M11 1.5v3" />
  ),
  document: <path d="M4 1.5h5.5L13 5v9.5H4zM9 1.5v4h4" />,
  talk: <path d="M2 3h12v8H7l-3 3v-3H2z" />,
  chart: <path d="M2.5 13V9M8 13V3M13.5 13V6.5" />,
  settings: (
    <path d="M2 4.5h6M11.5 4.5H14M2 11.5h2.5M8 11.5h6M11.5 4.5a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0zM7.9 11.5a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0z" />
  ),
  "sign-out": <path d="M9 2H3v12h6M6.5 8H14M11.5 5.5 14 8l-2.5 2.5" />,
  door: <path d="M3.5 14V2h9v12M1.5 14h13M10 7.600v.8" />,
  mail: <path d="M2 3.5h12v9H2zM2.5 4.5 8 9l5.5-4.5" />,
  phone: <path d="M4.5 1.5h7v13h-7zM7.3 12.300h1.4" />,
  globe: <path d="M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM2.2 8h11.600M8 2c-4 4-4 8 0 12 4-4 4-8 0-12z" />,
  sun: (
    <path d="M10.8 8a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0zM8 1.200v1.300M8 13.5v1.300M1.2 8h1.300M13.5 8h1.300M3.2 3.200l.9.900M11.9 11.900l.9.900M3.2 12.800l.9-.9M11.9 4.100l.9-.9" />
  ),
  moon: <path d="M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z" />,
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  "chevron-down": <path d="m4 6.2 4 4 4-4" />,
  "chevron-right": <path d="m6 4 4 4-4 4" />,
  "chevron-left": <path d="m10 4-4 4 4 4" />,
  "chevron-up": <path d="m4 9.8 4-4 4 4" />,
  warning: <path d="M8 2 14.5 13.5h-13zM8 6.5v3.200M8 11.5v.4" />,
  info: <path d="M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 7.5v3.700M8 4.800v.4" />,
  close: <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" />,
  upload: <path d="M8 11V2.5M4.5 6 8 2.5 11.5 6M2.5 11v3h11v-3" />,
  download: <path d="M8 2.5V11M4.5 7.5 8 11l3.5-3.5M2.5 11v3h11v-3" />,
  building: <path d="M2.5 14V6L8 2l5.5 4v8M1 14h14M6.5 14v-3.5h3V14M6 7.300h.6M9.4 7.300h.6" />,
  more: <path d="M3 8h.1M8 8h.1M13 8h.1" strokeWidth="2.2" strokeLinecap="round" />,
  undo: <path d="M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M5.5 3.5l-3 3 3 3" />,
  eye: <path d="M1.5 8C4.5 3 11.5 3 14.5 8c-3 5-10 5-13 0zM9.8 8a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0z" />,
  "eye-closed": <path d="M1.5 6.5c3 5 10 5 13 0M4 9.3 2.8 11.5M8 10.3v2.4M12 9.3l1.2 2.2" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof iconShapes;

export const iconNames = Object.keys(iconShapes).filter((name): name is IconName => name in iconShapes);

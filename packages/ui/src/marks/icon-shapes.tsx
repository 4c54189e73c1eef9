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
  office: <path d="M3 14V2h7v12M10 6h4v8M1 14h14M6 5h1M6 8h1M6 11h1" />,
  more: <path d="M3 8h.1M8 8h.1M13 8h.1" strokeWidth="2.2" strokeLinecap="round" />,
  undo: <path d="M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M5.5 3.5l-3 3 3 3" />,
  eye: <path d="M1.5 8C4.5 3 11.5 3 14.5 8c-3 5-10 5-13 0zM9.8 8a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0z" />,
  "eye-closed": <path d="M1.5 6.5c3 5 10 5 13 0M4 9.3 2.8 11.5M8 10.3v2.4M12 9.3l1.2 2.2" />,
  bell: <path d="M8 2a4 4 0 0 1 4 4v3.2l1.300 2.300H2.7L4 9.2V6a4 4 0 0 1 4-4zM6.700 13.500h2.600" />,
  copy: <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />,
  key: <path d="M8.300 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM7.500 8l6-5.500M11 5l2 2" />,
  laptop: <path d="M3.500 3h9v7.500h-9zM1.500 13h13" />,
  edit: <path d="m3 13 .700-3.200L10.800 2.700l2.500 2.500-7.100 7.100zM9.300 4.200l2.500 2.500" />,
  remove: <path d="M2.500 4h11M6 4V2.500h4V4M4 4l.700 9.500h6.600L12 4M6.800 6.800v4M9.200 6.800v4" />,
  menu: <path d="M2.500 4.500h11M2.500 8h11M2.500 11.500h11" />,
  filter: <path d="M2 4h12M4.500 8h7M7 12h2" />,
  columns: <path d="M2.500 3h11v10h-11zM6.300 3v10M9.800 3v10" />,
  clock: <path d="M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 4.500V8l2.500 1.500" />,
  lock: <path d="M3.500 7h9v6.500h-9zM5.500 7V5a2.500 2.500 0 0 1 5 0v2" />,
  ticket: <path d="M2 4h12v2.500a1.500 1.500 0 0 0 0 3V12H2V9.500a1.500 1.500 0 0 0 0-3zM9.500 4.500v7" />,
  heart: <path d="M8 13.500C3 10 2 8 2 5.800 2 3 6 2 8 5c2-3 6-2 6 .800 0 2.200-1 4.200-6 7.700z" />,
  expand: <path d="M9.500 2.500h4v4M13.500 2.500 9 7M6.500 13.500h-4v-4M2.500 13.500 7 9" />,
  link: (
    <path d="M6.500 9.500 9.500 6.500M7.500 4.500l1.200-1.200a2.700 2.700 0 0 1 4 4L11.500 8.500M8.500 11.500l-1.200 1.200a2.700 2.700 0 0 1-4-4L4.500 7.500" />
  ),
  bold: <path d="M4.500 3h4a2.400 2.400 0 0 1 0 4.900h-4zM4.500 7.900h4.700a2.600 2.600 0 0 1 0 5.100H4.500z" />,
  italic: <path d="M6.500 3h5M4.500 13h5M9.500 3l-3 10" />,
  bullets: <path d="M6.500 4.500h7M6.500 11.500h7M3 4.500h.1M3 11.500h.1" strokeLinecap="round" strokeWidth="1.8" />,
  numbers: (
    <path d="M7 4.500h6.500M7 11.500h6.500M2.500 3.200 3.600 2.700v3.600M2.300 10.200c.500-1.100 2-.900 1.900.100 0 .900-1.300 1.400-1.900 2.700h2" />
  ),
  wallet: <path d="M2 4.500h10.500v2H14v4h-1.500v3H2zM12.500 6.500H10a2 2 0 0 0 0 4h2.500M2 4.500 10 2v2.500" />,
  offline: (
    <path d="M2 2l12 12M1.800 6.200C3.300 4.800 5 4 7 3.700M9.800 3.900c1.700.400 3.200 1.200 4.400 2.300M4.200 9c1-.900 2-1.400 3.300-1.600M8 12h.100" />
  ),
  gift: (
    <path d="M2 5.500h12v3H2zM3 8.500h10V14H3zM8 5.500V14M8 5.500C6 1.500 3 3 4.500 5.500M8 5.500c2-4 5-2.500 3.500 0" />
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof iconShapes;

export const iconNames = Object.keys(iconShapes).filter((name): name is IconName => name in iconShapes);

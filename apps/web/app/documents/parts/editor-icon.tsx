import type { ReactNode } from "react";

/** The editor's own signs, drawn with the pen of the kit on 16 × 16; apart from it, since only documents need them. */
const shapes = {
  text: <path d="M3 3.500h10M8 3.500V13" />,
  h1: <path d="M2 3.500v9M8 3.500v9M2 8h6M11.500 6.500l2-1v7" />,
  h2: <path d="M2 3.500v9M7.500 3.500v9M2 8h5.500M10.500 7c0-2 3.500-2 3.500.2 0 1.600-3.500 3-3.500 5.300H14" />,
  h3: <path d="M2 3.500v9M7.500 3.500v9M2 8h5.500M10.500 6h3.200l-2 2.300c3 0 3 4-.2 4.200-.6 0-1-.2-1.300-.5" />,
  bullets: <path d="M6.500 4.500h7M6.500 11.500h7M3 4.500h.1M3 11.500h.1" strokeLinecap="round" strokeWidth="1.8" />,
  numbers: (
    <path d="M7 4.500h6.500M7 11.500h6.500M2.500 3.200l1.100-.5v3.600M2.300 10.200c.5-1.100 2-.9 1.900.1 0 .9-1.300 1.400-1.900 2.700h2" />
  ),
  tasks: <path d="M2 3h4.500v4.500H2zM3 5.200l1 1 2-2.200M9 5.200h5M2 10h4.500v4.500H2zM9 12.200h5" />,
  quote: <path d="M3 3v10M6.500 4.500H14M6.500 8H14M6.500 11.500h5" />,
  code: <path d="M5.500 4.500 2 8l3.500 3.500M10.500 4.500 14 8l-3.500 3.500" />,
  image: <path d="M2 3h12v10H2zM2 11l3.500-3.500 3 3 2-2L14 11.500M10.500 5.700h.1" />,
  file: <path d="M4 1.500h5.500L13 5v9.500H4zM9 1.500v4h4" />,
  table: <path d="M2 3h12v10H2zM2 6.500h12M6.500 3v10" />,
  info: <path d="M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 7.500v3.700M8 4.800v.4" />,
  idea: (
    <path d="M5.800 11.500c0-2-2-2.500-2-5.200a4.200 4.200 0 0 1 8.400 0c0 2.700-2 3.200-2 5.200zM6.200 14h3.600" />
  ),
  warning: <path d="M8 2 14.500 13.500h-13zM8 6.500v3.200M8 11.500v.4" />,
  done: <path d="M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM5.300 8.200l2 2 3.500-4" />,
  details: <path d="m3 4.500 3 3.500-3 3.500zM8.500 4.500H14M8.500 8H14M8.500 11.500H12" />,
  contents: <path d="M2.500 4h11M5 8h8.500M5 12h8.500" />,
  rule: <path d="M2 8h12M4 4h8M4 12h8" opacity="1" />,
  live: <path d="M9 1.500 3.500 9H8l-1 5.500L12.500 7H8z" />,
  bold: <path d="M4.500 3h4a2.400 2.400 0 0 1 0 4.900h-4zM4.500 7.900h4.700a2.600 2.600 0 0 1 0 5.100H4.500z" />,
  italic: <path d="M6.500 3h5M4.500 13h5M9.500 3l-3 10" />,
  underline: <path d="M4.500 2.500v5a3.500 3.500 0 0 0 7 0v-5M3.500 13.500h9" />,
  strike: (
    <path d="M2.500 8h11M11.500 5c-.5-3-7-3-7 0 0 1.500 1.500 2.200 3.500 3M11.700 10.500c0 3.500-7 3.500-7.200.2" />
  ),
  mark: <path d="M3.500 10.500 10 3l3.500 3-6.500 7.500H3.500zM2 15h12" />,
  link: (
    <path d="M6.500 9.500 9.500 6.500M7.500 4.500l1.200-1.200a2.700 2.700 0 0 1 4 4L11.500 8.500M8.500 11.500l-1.200 1.200a2.700 2.700 0 0 1-4-4L4.500 7.500" />
  ),
  comment: <path d="M2 3h12v8H7l-3 3v-3H2z" />,
  plus: <path d="M8 3v10M3 8h10" />,
  grip: (
    <path d="M6 3.500h.1M10 3.500h.1M6 8h.1M10 8h.1M6 12.500h.1M10 12.500h.1" strokeWidth="2" strokeLinecap="round" />
  ),
  up: <path d="M8 13V3M4 7l4-4 4 4" />,
  down: <path d="M8 3v10M4 9l4 4 4-4" />,
  copy: <path d="M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3" />,
  remove: <path d="M2.500 4h11M6 4V2.500h4V4M4 4l.7 9.500h6.600L12 4" />,
  undo: <path d="M3 6.500h6.500a3.500 3.500 0 0 1 0 7H6M5.500 3.500l-3 3 3 3" />,
  redo: <path d="M13 6.500H6.500a3.500 3.500 0 0 0 0 7H10M10.500 3.500l3 3-3 3" />,
  cloud: <path d="M4.500 12.500a3 3 0 0 1 0-6 3.800 3.800 0 0 1 7.200.8 2.700 2.700 0 0 1-.2 5.200z" />,
} satisfies Record<string, ReactNode>;

export type EditorIconName = keyof typeof shapes;

export function EditorIcon({ name }: { readonly name: EditorIconName }) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      strokeLinejoin="round"
      focusable="false"
      aria-hidden="true"
      className="size-icon flex-none"
    >
      {shapes[name]}
    </svg>
  );
}

/** The tokens of the look that mail uses (look/tokens.css); mail readers know no custom properties. */
export const palette = {
  light: {
    paper: "#fbf8f2",
    sunk: "#f4efe5",
    line: "#e5dccb",
    ink: "#1f1b15",
    ink2: "#575044",
    ink3: "#756c5d",
    seal: "#b3361f",
    onSeal: "#fffaf5",
  },
  dark: {
    paper: "#161410",
    sunk: "#12100d",
    line: "#373127",
    ink: "#f0e9db",
    ink2: "#bdb3a1",
    ink3: "#978d7b",
    seal: "#ee7a5f",
    onSeal: "#1a0d08",
  },
} as const;

export type Theme = keyof typeof palette;

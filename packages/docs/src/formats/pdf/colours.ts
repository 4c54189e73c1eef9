/** The tokens of the house (packages/ui/src/tokens.css), as they are on light paper. */
export const colours = {
  ink: "#1f1b15",
  ink2: "#575044",
  ink3: "#6f6658",
  line: "#e5dccb",
  lineStrong: "#cbbfa9",
  sunk: "#f4efe5",
  seal: "#b3361f",
  indigo: "#2e4a7a",
  indigoTint: "#e4eaf5",
  jade: "#1b6f54",
  ochre: "#8a5a00",
  ochreTint: "#f8ecd2",
  plum: "#74416d",
} as const;

export const calloutColours = {
  info: colours.indigo,
  idea: colours.plum,
  warning: colours.ochre,
  done: colours.jade,
} as const;

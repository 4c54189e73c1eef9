import { accentFor } from "./accent.ts";
import { type Html, html } from "./html.ts";
import { palette } from "./palette.ts";

/** The page after dark, for readers that keep style sheets. It must outdo the inline styles that the others need. */
export function nightSheet(chosen: string | null): Html {
  const { paper, sunk, line, ink, ink2, ink3 } = palette.dark;
  const { fill, on } = accentFor(chosen, "dark");
  return html`@media (prefers-color-scheme: dark) {
.paper { background: ${paper} !important; }
.sunk { background: ${sunk} !important; }
.rule { border-color: ${line} !important; }
.ink { color: ${ink} !important; }
.ink-2 { color: ${ink2} !important; }
.ink-3 { color: ${ink3} !important; }
.accent, .stamp { background: ${fill} !important; color: ${on} !important; }
.stamp-face { color: ${on} !important; border-color: ${on} !important; }
}`;
}

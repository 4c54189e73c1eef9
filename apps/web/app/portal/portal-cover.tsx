import type { CSSProperties } from "react";

/** By day a dark hall before pale hills, by night the hall in shadow and its windows lit; one of the two is always empty (tokens.css). */
const either = (day: string, night: string): CSSProperties => ({
  fill: `var(--if-light, var(${day})) var(--if-dark, var(${night}))`,
});

/** The roofs of the hall in front of hills, in the tenant's own colour: what visitors see before they read. */
export function PortalCover() {
  return (
    <div aria-hidden="true" className="relative h-rail overflow-hidden border-b bg-accent-tint print:hidden">
      <svg
        viewBox="0 0 1440 208"
        preserveAspectRatio="xMidYMax slice"
        aria-hidden="true"
        className="absolute inset-0 size-full"
        focusable="false"
      >
        <circle cx="838" cy="58" r="24" style={either("--surface", "--ochre")} />
        <path
          className="fill-accent opacity-35"
          d="M0 150 120 96l90 44 130-86 150 98 96-52 134 70 120-92 150 96 110-58 140 66 200-74v100H0z"
        />
        <path
          className="fill-accent opacity-60"
          d="M0 182 160 128l130 46 150-62 170 74 190-54 150 50 170-72 160 68 160-46v80H0z"
        />
        <g transform="translate(232 62) scale(.7)">
          <g style={either("--accent-deep", "--sunk")}>
            <path d="M440 208v-28c-16 0-30-4-40-12 34 0 66-12 96-40h240c30 28 62 40 96 40-10 8-24 12-40 12v28z" />
            <path d="M520 132c-14 0-24-4-32-10 26 0 50-10 72-32h112c22 22 46 32 72 32-8 6-18 10-32 10z" />
            <path d="M596 92l20-18 20 18z" />
          </g>
          <g style={either("--accent-tint", "--ochre")}>
            <path d="M594 208v-36h44v36z" />
            <path d="M484 184h40v5h-40zM708 184h40v5h-40zM566 112h100v4H566z" />
          </g>
        </g>
      </svg>
    </div>
  );
}

import type { SVGProps } from "react";
import { type IconName, iconShapes } from "./icon-shapes.tsx";

type IconProps = {
  readonly name: IconName;
  /** What it says to those who do not see it; without one it is ornament beside words. */
  readonly label?: string | undefined;
};

export function Icon({ name, label }: IconProps) {
  if (label) {
    return (
      <svg {...PEN} role="img" aria-label={label}>
        {iconShapes[name]}
      </svg>
    );
  }
  return (
    <svg {...PEN} aria-hidden="true">
      {iconShapes[name]}
    </svg>
  );
}

const PEN: SVGProps<SVGSVGElement> = {
  viewBox: "0 0 16 16",
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.6,
  strokeLinejoin: "round",
  focusable: "false",
  className: "size-icon flex-none",
};

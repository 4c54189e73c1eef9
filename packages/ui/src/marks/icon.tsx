import { type IconName, iconShapes } from "./icon-shapes.tsx";

type IconProps = {
  readonly name: IconName;
  /** What it says to those who do not see it; without one it is ornament beside words. */
  readonly label?: string | undefined;
};

export function Icon({ name, label }: IconProps) {
  const voice = label ? ({ role: "img", "aria-label": label } as const) : ({ "aria-hidden": true } as const);
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" className="size-icon flex-none" focusable="false" {...voice}>
      {iconShapes[name]}
    </svg>
  );
}

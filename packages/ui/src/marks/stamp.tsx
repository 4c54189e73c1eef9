import { accentStyle } from "../accent/accent.ts";
import { classNames } from "../class-names.ts";
import { stampCharacter } from "./name-characters.ts";

type StampSize = "s" | "m" | "l" | "xl";
type StampProps = {
  /** The tenant's name: its first character is what is cut. */
  readonly name: string;
  /** The tenant's colour; without one, that of the page around it. */
  readonly accent?: string | null | undefined;
  readonly size?: StampSize | undefined;
  /** Filled, the character cut out; or in line, the character in ink. */
  readonly cut?: "filled" | "line" | undefined;
  /** Slightly turned, as by a hand: where there is room. */
  readonly turned?: boolean | undefined;
  /** Where no name stands beside it. */
  readonly label?: string | undefined;
};

/** The tenant's seal, the sign of its house. */
export function Stamp({ name, accent, size = "m", cut = "filled", turned = false, label }: StampProps) {
  return (
    <span
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
      style={accentStyle(accent)}
      className={classNames(STAMP, SIZES[size], CUTS[cut], turned && "turned")}
    >
      {stampCharacter(name)}
    </span>
  );
}

const STAMP = "carved inline-grid flex-none select-none place-items-center font-title font-bold leading-none";
const CUTS = { filled: "bg-accent text-on-accent", line: "bg-transparent text-accent-ink" };
const SIZES: Record<StampSize, string> = {
  s: "stamp-s rounded-r1",
  m: "stamp-m rounded-r1",
  l: "stamp-l rounded-r2",
  xl: "stamp-xl rounded-r3",
};

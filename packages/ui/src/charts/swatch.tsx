import { useId } from "react";

/** The ink of a series in a key: a colour and a hatching, so that colour is not alone. */
export function Swatch({ at }: { readonly at: number }) {
  const id = useId();
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className="size-s3 flex-none">
      <Hatches id={id} />
      <rect width="12" height="12" rx="2" className={inkClass(at)} />
      <rect width="12" height="12" rx="2" fill={hatch(id, at)} />
    </svg>
  );
}

/** The patterns that tell series apart without colour; once in each drawing, under its id. */
export function Hatches({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-1`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1.6" height="5" className="chart-hatch" />
      </pattern>
      <pattern id={`${id}-2`} width="4" height="4" patternUnits="userSpaceOnUse">
        <circle cx="2" cy="2" r="0.9" className="chart-hatch" />
      </pattern>
      <pattern id={`${id}-3`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect width="2.6" height="5" className="chart-hatch" />
      </pattern>
    </defs>
  );
}

export function hatch(id: string, at: number): string {
  return at % INKS.length === 0 ? "none" : `url(#${id}-${((at - 1) % 3) + 1})`;
}

export function inkClass(at: number): string {
  return INKS[at % INKS.length] ?? "chart-ink";
}

const INKS = ["chart-accent", "chart-indigo", "chart-jade", "chart-ochre", "chart-plum"];

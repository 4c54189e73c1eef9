import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

export type ChipTone = "neutral" | "seal" | "jade" | "ochre" | "indigo";
type ChipProps = { readonly tone?: ChipTone | undefined; readonly children: ReactNode };

/** A stage, a tag, a state in a word: small and quiet. Its word says it; the tone only helps. */
export function Chip({ tone = "neutral", children }: ChipProps) {
  return (
    <span
      className={classNames(
        "edged inline-flex h-mark items-center gap-s1 whitespace-nowrap rounded-r1 px-s2 text-xs leading-none",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}

const TONES: Record<ChipTone, string> = {
  neutral: "bg-sunk text-ink-2",
  seal: "bg-seal-tint text-seal",
  jade: "bg-jade-tint text-jade",
  ochre: "bg-ochre-tint text-ochre",
  indigo: "bg-indigo-tint text-indigo",
};

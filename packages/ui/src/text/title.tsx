import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

type TitleProps = {
  /** Its place in the page's outline. */
  readonly level: 1 | 2 | 3 | 4;
  readonly size?: "xs" | "s" | "m" | "l" | undefined;
  readonly id?: string | undefined;
  readonly children: ReactNode;
};

/** A title in the book face. Level is for the outline, size for the eye. */
export function Title({ level, size = "s", id, children }: TitleProps) {
  const Heading = `h${level}` as const;
  return (
    <Heading
      id={id}
      className={classNames(
        "min-w-0 break-words font-title font-semibold leading-title tracking-title text-ink",
        SIZES[size],
      )}
    >
      {children}
    </Heading>
  );
}

const SIZES = { xs: "text-l", s: "text-title-s", m: "text-title-m", l: "text-title-m sm:text-title-l" };

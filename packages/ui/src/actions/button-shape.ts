import { classNames } from "../class-names.ts";

export type ButtonLook = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "s" | "m" | "l";
export type ButtonShape = {
  /** One primary act a page; danger for what takes away. */
  readonly look?: ButtonLook | undefined;
  /** s in rows and bars, l where members buy and join. */
  readonly size?: ButtonSize | undefined;
  readonly wide?: boolean | undefined;
};

export function buttonClass({ look = "plain", size = "m", wide = false }: ButtonShape, square: boolean): string {
  return classNames(BASE, LOOKS[look], SIZES[size], square ? SQUARES[size] : PADDING[size], wide && "w-full");
}

const BASE =
  "inline-flex flex-none select-none items-center justify-center whitespace-nowrap border font-ui font-medium leading-none no-underline transition-colors active:translate-y-px disabled:opacity-60 disabled:active:translate-y-0";
const LOOKS: Record<ButtonLook, string> = {
  primary:
    "border-accent bg-accent text-on-accent not-disabled:not-data-pending:hover:border-accent-deep not-disabled:not-data-pending:hover:bg-accent-deep",
  plain: "border-control bg-surface text-ink not-disabled:not-data-pending:hover:bg-sunk",
  quiet:
    "border-transparent bg-transparent text-ink-2 not-disabled:not-data-pending:hover:bg-sunk not-disabled:not-data-pending:hover:text-ink",
  danger: "border-seal bg-surface text-seal not-disabled:not-data-pending:hover:bg-seal-tint",
};
const SIZES: Record<ButtonSize, string> = {
  s: "h-control-s gap-s1 rounded-r1 text-s",
  m: "h-control-m gap-s2 rounded-r2 text-m",
  l: "h-control-l gap-s2 rounded-r3 text-l",
};
const PADDING: Record<ButtonSize, string> = { s: "px-s2", m: "px-s3", l: "px-s5" };
const SQUARES: Record<ButtonSize, string> = { s: "w-control-s", m: "w-control-m", l: "w-control-l" };

import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

type TableProps = {
  /** What its rows are; said, not shown. */
  readonly label: string;
  /** In a page it scrolls sideways on a phone; in a pane it fills the height and scrolls within, under its header. */
  readonly place?: "page" | "pane" | undefined;
  readonly density?: "comfortable" | "compact" | undefined;
  /** On a phone each row becomes a slip: give its cells their `label`. */
  readonly slips?: boolean | undefined;
  /** Rows hold more than a line: their cells begin at the top. */
  readonly tall?: boolean | undefined;
  /** `<TableHead>` and then `<TableBody>`. */
  readonly children: ReactNode;
};

/** Rows between hairlines. */
export function Table({
  label,
  place = "page",
  density = "comfortable",
  slips = false,
  tall = false,
  children,
}: TableProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      className={classNames(
        "focus-inside relative min-w-0",
        place === "pane" ? "h-full overflow-auto" : "overflow-x-auto md:overflow-x-visible",
        slips && "max-sm:overflow-x-visible",
      )}
    >
      <table
        className={classNames(
          "tabular w-full border-separate border-spacing-0 text-s",
          density === "compact" && "compact",
          slips && "slips",
          tall && "tall",
        )}
        aria-label={label}
      >
        {children}
      </table>
    </section>
  );
}

export function TableHead({ children }: { readonly children: ReactNode }) {
  return (
    <thead>
      <tr>{children}</tr>
    </thead>
  );
}

export function TableBody({ children }: { readonly children: ReactNode }) {
  return <tbody>{children}</tbody>;
}

/** A selected row is tinted; say so in it too, by its box or mark. */
export function TableRow({
  selected = false,
  children,
}: {
  readonly selected?: boolean | undefined;
  readonly children: ReactNode;
}) {
  return <tr className={selected ? "row-where bg-seal-tint" : "hover:bg-surface"}>{children}</tr>;
}

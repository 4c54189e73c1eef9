import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

type TableProps = {
  /** What its rows are; said, not shown. */
  readonly label: string;
  /** In a page it scrolls sideways on a phone; in a pane it fills the height and scrolls within, under its header. */
  readonly place?: "page" | "pane" | undefined;
  /** `<TableHead>` and then `<TableBody>`. */
  readonly children: ReactNode;
};

/** Rows between hairlines. */
export function Table({ label, place = "page", children }: TableProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      className={classNames(
        "focus-inside min-w-0",
        place === "pane" ? "h-full overflow-auto" : "overflow-x-auto md:overflow-x-visible",
      )}
    >
      <table className="tabular w-full border-separate border-spacing-0 text-s" aria-label={label}>
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

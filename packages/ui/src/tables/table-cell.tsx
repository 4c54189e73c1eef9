import type { ReactNode } from "react";
import { Link } from "react-aria-components";
import { classNames } from "../class-names.ts";
import { Icon } from "../marks/icon.tsx";

type Align = "start" | "end";
type TableColumnProps = {
  readonly align?: Align | undefined;
  /** The address that sorts by this column. */
  readonly sortHref?: string | undefined;
  readonly sorted?: "ascending" | "descending" | undefined;
  readonly children: ReactNode;
};

/** The head of a column, kept in sight. */
export function TableColumn({ align = "start", sortHref, sorted, children }: TableColumnProps) {
  return (
    <th
      scope="col"
      {...(sorted && { "aria-sort": sorted })}
      className={classNames(
        "sticky top-0 z-10 h-control-m whitespace-nowrap border-y bg-paper text-xs font-medium text-ink-3",
        CELL,
        ALIGN[align],
      )}
    >
      {sortHref === undefined ? (
        children
      ) : (
        <Link
          href={sortHref}
          className={classNames(
            "inline-flex min-h-target items-center gap-s1 no-underline hover:text-ink",
            sorted && "text-ink",
          )}
        >
          {children}
          {sorted && <Icon name={sorted === "ascending" ? "chevron-up" : "chevron-down"} />}
        </Link>
      )}
    </th>
  );
}

type TableCellProps = {
  readonly align?: Align | undefined;
  readonly quiet?: boolean | undefined;
  /** What its column is called, for rows that become slips on a phone. */
  readonly label?: string | undefined;
  readonly children?: ReactNode;
};

export function TableCell({ align = "start", quiet = false, label, children }: TableCellProps) {
  return (
    <td
      {...(label && { "data-label": label })}
      className={classNames("h-row whitespace-nowrap border-b", CELL, ALIGN[align], quiet && "text-ink-2")}
    >
      {children}
    </td>
  );
}

type TableLeadProps = {
  /** A face, a stamp, an icon. */
  readonly mark?: ReactNode;
  readonly href?: string | undefined;
  readonly children: ReactNode;
};

/** The cell that a row is called by: a face, then the name. */
export function TableLead({ mark, href, children }: TableLeadProps) {
  return (
    <th scope="row" className={classNames("h-row whitespace-nowrap border-b text-start font-normal", CELL)}>
      <span className="flex items-center gap-s2">
        {mark}
        {href === undefined ? (
          children
        ) : (
          <Link
            href={href}
            className="inline-flex min-h-target items-center rounded-r1 font-medium no-underline hover:underline hover:decoration-line-strong hover:underline-offset-4"
          >
            {children}
          </Link>
        )}
      </span>
    </th>
  );
}

const CELL = "px-s3 first:pl-s2 last:pr-s2";
const ALIGN: Record<Align, string> = { start: "text-start", end: "text-end" };

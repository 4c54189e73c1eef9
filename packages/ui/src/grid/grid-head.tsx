import type { GridSort } from "@guildhall/core/grid";
import { m } from "@guildhall/i18n/messages";
import { memo, type PointerEvent, useState } from "react";
import { Button } from "../actions/button.tsx";
import { Menu } from "../actions/menu.tsx";
import { MenuItem } from "../actions/menu-item.tsx";
import { classNames } from "../class-names.ts";
import { Icon } from "../marks/icon.tsx";
import { useFollow } from "../navigate.ts";
import { useKitWords } from "../words/use-kit-words.ts";
import { isFigure } from "./cell-face.tsx";
import type { PlacedColumn } from "./placed-columns.ts";
import { asHead } from "./roles.ts";

export type HeadActs = {
  readonly onSort: (column: PlacedColumn, direction: "asc" | "desc" | null) => void;
  readonly onFilter: (column: PlacedColumn) => void;
  readonly onPin: (column: PlacedColumn, on: boolean) => void;
  readonly onHide: (column: PlacedColumn) => void;
  readonly onCarry: (column: PlacedColumn, by: 1 | -1) => void;
  readonly onDrop: (column: string, on: string) => void;
  /** While it is drawn, and once it is let go. */
  readonly onWidth: (column: PlacedColumn, width: number, done: boolean) => void;
};
export type GridHeadProps = HeadActs & {
  readonly columns: readonly PlacedColumn[];
  readonly sort: GridSort | null;
  readonly sortHref: (column: string) => string;
  readonly focus: number;
  readonly gridId: string;
  readonly awake: boolean;
};

/** The heads of the columns: each sorts, and knows what else can be done with its column. */
export const GridHeads = memo(function GridHeads(props: GridHeadProps) {
  return (
    <>
      {props.columns.map((placed) => (
        <Head key={placed.column.id} {...props} placed={placed} />
      ))}
    </>
  );
});

type HeadProps = GridHeadProps & { readonly placed: PlacedColumn };

function Head(props: HeadProps) {
  const { placed, sort, sortHref, focus, gridId, awake, onDrop } = props;
  const { t } = useKitWords();
  const follow = useFollow();
  const [under, setUnder] = useState(false);
  const { column, place } = placed;
  const sorted = sort?.column === column.id ? sort.direction : null;
  const label = (
    <>
      <span className="truncate">{column.label}</span>
      {sorted && (
        <Icon
          name={sorted === "asc" ? "chevron-up" : "chevron-down"}
          label={t(sorted === "asc" ? m.grid_sort_up : m.grid_sort_down)}
        />
      )}
    </>
  );
  return (
    <th
      {...asHead}
      scope="col"
      aria-colindex={place + 2}
      {...(sorted && { "aria-sort": sorted === "asc" ? ("ascending" as const) : ("descending" as const) })}
      {...(focus === place && { id: `${gridId}-cell` })}
      data-row={-1}
      data-column={place}
      style={{
        width: placed.width,
        ...(placed.left !== undefined && { left: placed.left }),
        ...(placed.margin !== undefined && { marginInlineStart: placed.margin }),
      }}
      draggable={awake && !placed.lead}
      onDragStart={(event) => event.dataTransfer.setData(CARRIED, column.id)}
      onDragOver={(event) => {
        if (placed.lead || !event.dataTransfer.types.includes(CARRIED)) return;
        event.preventDefault();
        setUnder(true);
      }}
      onDragLeave={() => setUnder(false)}
      onDrop={(event) => {
        setUnder(false);
        event.preventDefault();
        onDrop(event.dataTransfer.getData(CARRIED), column.id);
      }}
      className={classNames(
        "grid-head",
        placed.sticks && "grid-cell-pinned",
        placed.edge && "grid-cell-edge",
        focus === place && "grid-cell-focus",
        under && "grid-head-target",
        isFigure(column) && "justify-end",
      )}
    >
      {column.sortable ? (
        <a
          href={sortHref(column.id)}
          {...(awake && { tabIndex: -1 })}
          draggable={false}
          onClick={follow}
          className={classNames(
            "inline-flex min-h-target min-w-0 items-center gap-s1 no-underline hover:text-ink",
            sorted !== null && "text-ink",
          )}
        >
          {label}
        </a>
      ) : (
        <span className="inline-flex min-h-target min-w-0 items-center">{label}</span>
      )}
      {awake && <HeadMenu {...props} sorted={sorted} />}
      {awake && <Grip {...props} />}
    </th>
  );
}

const CARRIED = "application/x-guildhall-column";

function HeadMenu(props: HeadProps & { readonly sorted: "asc" | "desc" | null }) {
  const { placed, sorted, onSort, onFilter, onPin, onHide, onCarry } = props;
  const { t } = useKitWords();
  const { column, lead, sticks } = placed;
  const title = t(m.grid_column_menu, { column: column.label });
  return (
    <span className="grid-head-menu">
      <Menu label={title} button={<Button size="s" look="quiet" icon="more" label={title} />}>
        {column.sortable && (
          <>
            <MenuItem icon="chevron-up" onAction={() => onSort(placed, "asc")}>
              {t(m.grid_column_sort_up)}
            </MenuItem>
            <MenuItem icon="chevron-down" onAction={() => onSort(placed, "desc")}>
              {t(m.grid_column_sort_down)}
            </MenuItem>
          </>
        )}
        {sorted && <MenuItem onAction={() => onSort(placed, null)}>{t(m.grid_column_unsort)}</MenuItem>}
        {column.filterable && (
          <MenuItem icon="filter" onAction={() => onFilter(placed)}>
            {t(m.grid_column_filter)}
          </MenuItem>
        )}
        {!lead && (
          <>
            <MenuItem onAction={() => onPin(placed, !sticks)}>
              {t(sticks ? m.grid_column_unpin : m.grid_column_pin)}
            </MenuItem>
            <MenuItem icon="chevron-left" onAction={() => onCarry(placed, -1)}>
              {t(m.grid_column_left)}
            </MenuItem>
            <MenuItem icon="chevron-right" onAction={() => onCarry(placed, 1)}>
              {t(m.grid_column_right)}
            </MenuItem>
            <MenuItem icon="eye-closed" onAction={() => onHide(placed)}>
              {t(m.grid_column_hide)}
            </MenuItem>
          </>
        )}
      </Menu>
    </span>
  );
}

/** The edge by which a column is drawn wider; with keys it is Shift and an arrow on the head. */
function Grip({ placed, onWidth }: HeadProps) {
  const [held, setHeld] = useState<{ readonly x: number; readonly width: number }>();
  const widthAt = (event: PointerEvent) => (held ? held.width + event.clientX - held.x : placed.width);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for a hand alone; keys have their own way
    <span
      aria-hidden
      className="grid-grip"
      {...(held && { "data-held": "" })}
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        setHeld({ x: event.clientX, width: placed.width });
      }}
      onPointerMove={(event) => held && onWidth(placed, widthAt(event), false)}
      onPointerUp={(event) => {
        if (!held) return;
        setHeld(undefined);
        onWidth(placed, widthAt(event), true);
      }}
      onPointerCancel={() => setHeld(undefined)}
      onDoubleClick={() => onWidth(placed, placed.column.width, true)}
    />
  );
}

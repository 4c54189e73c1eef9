import { m } from "@guildhall/i18n/messages";
import { type CSSProperties, memo, type ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { Avatar } from "../marks/avatar.tsx";
import { Icon } from "../marks/icon.tsx";
import { useFollow } from "../navigate.ts";
import { cellFace, isFigure } from "./cell-face.tsx";
import type { CellWords } from "./cell-text.ts";
import type { CellValue, GridRow } from "./column.ts";
import type { PlacedColumn } from "./placed-columns.ts";
import { asRow } from "./roles.ts";
import type { Pending, Trouble } from "./use-edits.ts";

export type RowProps = {
  readonly row: GridRow;
  /** Its place in the list, from 0. */
  readonly at: number;
  /** Where it lies; undefined while rows stand in the flow, before scripts run. */
  readonly top: number | undefined;
  readonly columns: readonly PlacedColumn[];
  readonly words: CellWords;
  /** The column where the focus is, by place; -1 for none in this row. */
  readonly focus: number;
  readonly area: { readonly left: number; readonly right: number } | null;
  readonly chosen: boolean;
  readonly looked: boolean;
  readonly pending: Pending | undefined;
  readonly trouble: Trouble | null;
  readonly editor: ReactNode;
  readonly gridId: string;
  readonly awake: boolean;
  readonly peekHref: string | undefined;
  readonly formId: string;
};

/** One row; drawn anew only when something of it changed. Its presses and keys are heard by the grid. */
export const GridRowView = memo(function GridRowView(props: RowProps) {
  const { row, at, top, columns, chosen, looked, awake, words, formId } = props;
  return (
    <tr
      {...asRow}
      aria-rowindex={at + 2}
      {...(awake && { "aria-selected": chosen })}
      {...(top !== undefined && { style: { transform: `translateY(${top}px)` } })}
      className={classNames("grid-row", chosen && "grid-row-chosen", looked && "row-where")}
    >
      <td role={awake ? "gridcell" : "cell"} className="grid-box">
        <label>
          <input
            type="checkbox"
            name="id"
            value={row.id}
            form={formId}
            data-row={at}
            {...(awake && { tabIndex: -1, checked: chosen, onChange: nothing })}
            aria-label={words.t(m.grid_choose_row, { name: row.name })}
            className="grid-tick"
          />
          <Icon name="check" />
        </label>
      </td>
      {columns.map((placed) => {
        const { column, place } = placed;
        const focused = props.focus === place;
        const waits = props.pending?.has(column.id) === true;
        return (
          <Cell
            key={column.id}
            row={row}
            at={at}
            placed={placed}
            words={words}
            value={waits ? props.pending?.get(column.id) : row.cells[column.id]}
            waits={waits}
            focused={focused}
            within={props.area !== null && props.area.left <= place && place <= props.area.right}
            refused={props.trouble?.column === column.id}
            editor={focused ? props.editor : null}
            gridId={props.gridId}
            awake={awake}
            peekHref={placed.lead ? props.peekHref : undefined}
          />
        );
      })}
    </tr>
  );
});

/** The table above hears the press: one listener for all rows. */
const nothing = () => undefined;

type CellProps = Pick<RowProps, "row" | "at" | "words" | "editor" | "gridId" | "awake" | "peekHref"> & {
  readonly placed: PlacedColumn;
  readonly value: CellValue | undefined;
  /** On its way to the server. */
  readonly waits: boolean;
  readonly focused: boolean;
  readonly within: boolean;
  readonly refused: boolean;
};

/** Drawn anew only when something of it changed: a row that is scrolled across gains and loses a cell at a time. */
const Cell = memo(function Cell(props: CellProps) {
  const { placed, row, at, words, value, waits, focused, refused, editor, gridId, awake } = props;
  const { column, place } = placed;
  const face = placed.lead ? (
    <Lead {...props} value={typeof value === "string" ? value : row.name} />
  ) : (
    cellFace(column, value, words)
  );
  const Tag = placed.lead ? "th" : "td";
  return (
    <Tag
      {...(placed.lead && { scope: "row" })}
      role={roleOf(placed, awake)}
      aria-colindex={place + 2}
      {...(focused && { id: `${gridId}-cell` })}
      {...(refused && { "aria-invalid": true, "aria-describedby": `${gridId}-trouble` })}
      {...(awake && !column.editable && { "aria-readonly": true })}
      data-row={at}
      data-column={place}
      {...(placed.fact && { "data-fact": column.label })}
      style={styleOf(placed)}
      className={classNames(
        standing(placed),
        focused && "grid-cell-focus",
        props.within && "grid-cell-area",
        waits && "grid-cell-pending",
        refused && "grid-cell-refused",
      )}
    >
      {editor ?? face}
    </Tag>
  );
});

function roleOf({ lead }: PlacedColumn, awake: boolean): string {
  if (lead) return "rowheader";
  return awake ? "gridcell" : "cell";
}

function standing({ column, sticks, edge }: PlacedColumn): string {
  return classNames(
    "grid-cell",
    sticks && "grid-cell-pinned",
    edge && "grid-cell-edge",
    isFigure(column) && "grid-cell-figure",
    !column.editable && "grid-cell-fixed",
  );
}

function styleOf({ width, left, margin }: PlacedColumn): CSSProperties {
  return {
    width,
    ...(left !== undefined && { left }),
    ...(margin !== undefined && { marginInlineStart: margin }),
  };
}

type LeadProps = Pick<RowProps, "row" | "words" | "awake" | "peekHref"> & { readonly value: string };

/** What a row is called by: a face, the name, and a look at it without leaving. */
function Lead({ row, words, awake, peekHref, value }: LeadProps) {
  const follow = useFollow();
  return (
    <span className="grid-lead">
      <Avatar id={row.id} name={value} image={row.image} size="s" />
      <a href={row.href} {...(awake && { tabIndex: -1 })} draggable={false} onClick={follow} className="grid-name">
        {value}
      </a>
      {peekHref !== undefined && (
        <a
          href={peekHref}
          data-peek={row.id}
          {...(awake && { tabIndex: -1 })}
          aria-label={words.t(m.grid_look_at, { name: row.name })}
          className="grid-peek"
        >
          <Icon name="eye" />
        </a>
      )}
    </span>
  );
}

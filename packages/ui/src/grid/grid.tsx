import { m } from "@guildhall/i18n/messages";
import { useId, useMemo, useRef } from "react";
import { useAwake } from "../awake.ts";
import { classNames } from "../class-names.ts";
import { useKitWords } from "../words/use-kit-words.ts";
import type { CellWords } from "./cell-text.ts";
import { ChooseLoaded } from "./choose-loaded.tsx";
import { GridBody } from "./grid-body.tsx";
import { GridHeads } from "./grid-head.tsx";
import { LoadNote } from "./load-note.tsx";
import { fullWidth } from "./placed-columns.ts";
import { asGroup, asRow } from "./roles.ts";
import { rowsOf } from "./row-window.ts";
import type { GridProps } from "./setting.ts";
import { TroubleNote } from "./trouble-note.tsx";
import { useGrid } from "./use-grid.tsx";

/**
 * Rows without end, in columns as somebody wants them, walked and written like a spreadsheet. One focus: the table's,
 * whose active cell it names, so that it is kept while rows come and go. Without script it is a table.
 */
export function Grid(props: GridProps) {
  const { label, state, hrefOf, total, zone, selection, formId, empty } = props;
  const { locale, t } = useKitWords();
  const awake = useAwake();
  const gridId = useId().replaceAll(":", "");
  // Stable while the language and the zone are, so that rows need not be drawn anew.
  const say = useRef(t);
  const words = useMemo<CellWords>(() => ({ locale, zone, t: say.current }), [locale, zone]);
  const pane = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const grid = useGrid({ ...props, pane, table, awake, words });
  const { rows, cells, seen, columns, edits } = grid;
  const held = rowsOf(rows.window);
  const active = cells.at && isDrawn(cells.at.row, seen, held.length);
  return (
    <div
      ref={pane}
      {...(!awake && { tabIndex: 0, role: "region", "aria-label": label })}
      className={classNames(
        "grid-pane",
        state.density === "compact" && "grid-pane-compact",
        awake && "grid-pane-awake",
      )}
    >
      <table
        ref={table}
        role={awake ? "grid" : "table"}
        aria-label={label}
        aria-rowcount={total.more ? -1 : total.count + 1}
        aria-colcount={columns.placed.length + 1}
        {...(awake && { tabIndex: 0, "aria-multiselectable": true, "aria-describedby": `${gridId}-keys` })}
        {...(active && { "aria-activedescendant": `${gridId}-cell` })}
        {...grid.listeners}
        style={{ width: fullWidth(columns.placed) }}
        className="grid-table focus-holder"
      >
        <thead {...asGroup}>
          <tr {...asRow} aria-rowindex={1} className="grid-head-row">
            <ChooseLoaded order={grid.order} selection={selection} awake={awake} onSelection={props.onSelection} />
            <GridHeads
              columns={seen.drawn}
              sort={state.sort}
              sortHref={(column) => hrefOf(grid.sortedBy(column))}
              focus={cells.at?.row === -1 ? cells.at.column : -1}
              gridId={gridId}
              awake={awake}
              {...grid.heads}
            />
          </tr>
        </thead>
        <GridBody
          rows={held}
          start={rows.window.start}
          count={grid.count}
          seen={seen}
          words={words}
          at={cells.at}
          reach={cells.from}
          editor={grid.editor}
          selection={selection}
          looked={props.looked}
          pending={edits.pending}
          trouble={edits.trouble}
          gridId={gridId}
          formId={formId}
          awake={awake}
          peekHref={props.peekHref}
        />
      </table>
      {held.length === 0 && empty}
      {awake && (
        <p id={`${gridId}-keys`} className="sr-only">
          {t(m.grid_keys)}
        </p>
      )}
      <LoadNote state={rows.state} onAgain={rows.loadNext} />
      {edits.trouble && (
        <TroubleNote
          id={`${gridId}-trouble`}
          trouble={edits.trouble}
          words={words}
          table={table}
          onInsist={edits.insist}
          onClose={edits.settle}
        />
      )}
    </div>
  );
}

function isDrawn(row: number, { from, to }: { readonly from: number; readonly to: number }, held: number): boolean {
  return row === -1 || (held > 0 && row >= from && row <= to);
}

import { m } from "@guildhall/i18n/messages";
import type { ReactNode } from "react";
import { areaOf, type CellPlace } from "./cell-steps.ts";
import type { CellWords } from "./cell-text.ts";
import type { GridRow } from "./column.ts";
import { GridRowView } from "./grid-row.tsx";
import { asCell, asGroup, asRow } from "./roles.ts";
import { type GridSelection, isChosen } from "./selection.ts";
import type { Pending, Trouble } from "./use-edits.ts";
import type { Seen } from "./use-sight.ts";

type GridBodyProps = {
  readonly rows: readonly GridRow[];
  /** The place of the first of them in the list. */
  readonly start: number;
  readonly count: number;
  readonly seen: Seen;
  readonly words: CellWords;
  readonly at: CellPlace | null;
  readonly reach: CellPlace | null;
  readonly editor: ReactNode;
  readonly selection: GridSelection;
  readonly looked: string | undefined;
  readonly pending: ReadonlyMap<string, Pending>;
  readonly trouble: Trouble | null;
  readonly gridId: string;
  readonly formId: string;
  readonly awake: boolean;
  readonly peekHref: ((row: GridRow) => string) | undefined;
};

/** The rows in sight, each where it lies in the list; places whose rows are not held are quiet lines. */
export function GridBody(props: GridBodyProps) {
  const { rows, start, count, seen, words, at, reach, editor, selection, awake, peekHref } = props;
  const area = at && reach ? areaOf(at, reach) : null;
  const [from, to] = awake ? [seen.from, seen.to] : [start, start + rows.length - 1];
  const drawn: ReactNode[] = [];
  for (let place = from; place <= to; place++) {
    const row = rows[place - start];
    const top = awake ? place * seen.height : undefined;
    if (!row) {
      drawn.push(<Waiting key={place} top={top} words={words} />);
      continue;
    }
    const focused = at?.row === place;
    drawn.push(
      <GridRowView
        key={row.id}
        row={row}
        at={place}
        top={top}
        columns={seen.drawn}
        words={words}
        focus={focused ? at.column : -1}
        area={area && area.top <= place && place <= area.bottom ? area : null}
        chosen={isChosen(selection, row.id)}
        looked={props.looked === row.id}
        pending={props.pending.get(row.id)}
        trouble={props.trouble?.row === row.id ? props.trouble : null}
        editor={focused ? editor : null}
        gridId={props.gridId}
        formId={props.formId}
        awake={awake}
        peekHref={peekHref?.(row)}
      />,
    );
  }
  return (
    <tbody {...asGroup} {...(awake && { className: "grid-placed", style: { height: count * seen.height } })}>
      {drawn}
    </tbody>
  );
}

function Waiting({ top, words }: { readonly top: number | undefined; readonly words: CellWords }) {
  return (
    <tr {...asRow} aria-busy style={{ transform: `translateY(${top ?? 0}px)` }} className="grid-row grid-wait">
      <td {...asCell} aria-colspan={2} className="flex-1 border-b">
        <span className="sr-only">{words.t(m.grid_loading)}</span>
      </td>
    </tr>
  );
}

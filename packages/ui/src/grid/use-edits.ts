import type { ColumnId } from "@guildhall/core/grid";
import { m } from "@guildhall/i18n/messages";
import { useCallback, useRef, useState } from "react";
import { toast } from "../overlays/toast-queue.ts";
import type { KitWords } from "../words/use-kit-words.ts";
import { type CellValue, type GridColumn, type GridRow, sameValue } from "./column.ts";

/** What became of an edit: the row as it is now, or in words why not. */
export type EditAnswer =
  | { readonly done: true; readonly row: GridRow; readonly undo?: (() => Promise<EditAnswer>) | undefined }
  | { readonly done: false; readonly message: string; readonly row?: GridRow | undefined };
export type EditCell = (row: GridRow, column: GridColumn, value: CellValue) => Promise<EditAnswer>;

/** Values that are on their way to the server, by column. */
export type Pending = ReadonlyMap<ColumnId, CellValue>;
/** An edit that was refused, said beside its cell. */
export type Trouble = { readonly row: string; readonly column: ColumnId; readonly message: string };

type Edits = {
  readonly pending: ReadonlyMap<string, Pending>;
  readonly trouble: Trouble | null;
  readonly commit: (row: GridRow, column: GridColumn, value: CellValue) => void;
  readonly settle: () => void;
};

/** Edits are seen at once; one that is refused is taken back where everybody sees it, and says why. */
export function useEdits(edit: EditCell | undefined, patch: (row: GridRow) => void, { t }: KitWords): Edits {
  const [pending, setPending] = useState<ReadonlyMap<string, Pending>>(new Map());
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const latest = useRef({ edit, patch, t });
  latest.current = { edit, patch, t };
  const commit = useCallback((row: GridRow, column: GridColumn, value: CellValue) => {
    const { edit: send, patch: take, t: say } = latest.current;
    if (!send || sameValue(row.cells[column.id] ?? null, value)) return;
    setTrouble(null);
    setPending((now) => withPending(now, row.id, column.id, value));
    const settled = () => setPending((now) => withoutPending(now, row.id, column.id, value));
    const refuse = (message: string) => setTrouble({ row: row.id, column: column.id, message });
    const failed = () => say(m.grid_edit_failed);
    send(row, column, value)
      .catch((): EditAnswer => ({ done: false, message: failed() }))
      .then((answer) => {
        if (answer.row) take(answer.row);
        settled();
        if (!answer.done) return refuse(answer.message);
        const { undo } = answer;
        const back = () => {
          undo?.()
            .catch((): EditAnswer => ({ done: false, message: failed() }))
            .then((undone) => {
              if (undone.row) take(undone.row);
              toast(undone.done ? { text: say(m.grid_undone) } : { text: undone.message, tone: "problem" });
            });
        };
        toast({ text: say(m.grid_edit_done, { column: column.label }), ...(undo && { undo: back }) });
      });
  }, []);
  return { pending, trouble, commit, settle: useCallback(() => setTrouble(null), []) };
}

function withPending(all: Edits["pending"], row: string, column: ColumnId, value: CellValue): Edits["pending"] {
  return new Map(all).set(row, new Map(all.get(row)).set(column, value));
}

/** A later edit of the same cell stays on its way. */
function withoutPending(all: Edits["pending"], row: string, column: ColumnId, value: CellValue): Edits["pending"] {
  const rest = new Map(all.get(row));
  if (rest.get(column) === value) rest.delete(column);
  const next = new Map(all);
  if (rest.size > 0) next.set(row, rest);
  else next.delete(row);
  return next;
}

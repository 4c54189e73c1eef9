import type { ColumnId } from "@guildhall/core/grid";
import { m } from "@guildhall/i18n/messages";
import { useCallback, useRef, useState } from "react";
import { toast } from "../overlays/toast.ts";
import type { KitWords } from "../words/use-kit-words.ts";
import { type CellValue, type GridColumn, type GridRow, sameValue } from "./column.ts";

/** One cell as somebody writes it, and what they saw there. */
type CellEdit = {
  readonly row: GridRow;
  readonly column: GridColumn;
  readonly value: CellValue;
  readonly before: CellValue;
};
/** What became of it; of one that was refused why, in words, and the row as it is now where it is another one. */
export type EditAnswer =
  | { readonly done: true }
  | { readonly done: false; readonly message: string; readonly row?: GridRow | undefined };
/** Writes cells, one after the other, each by itself; answers in their order. */
export type EditCells = (edits: readonly CellEdit[]) => Promise<readonly EditAnswer[]>;

/** Values that are on their way to the server, by column. */
export type Pending = ReadonlyMap<ColumnId, CellValue>;
/** An edit that was refused: why is said beside its cell, with what was written, which can be written again. */
export type Trouble = {
  readonly row: string;
  readonly column: ColumnId;
  readonly message: string;
  readonly edit: CellEdit;
  /** The row is not any more as whoever wrote saw it. */
  readonly overtaken: boolean;
};

type Edits = {
  readonly pending: ReadonlyMap<string, Pending>;
  readonly trouble: Trouble | null;
  /** Without `before`, what was seen is what the row holds now. */
  readonly commit: (edits: readonly (Omit<CellEdit, "before"> & Partial<Pick<CellEdit, "before">>)[]) => void;
  /** Writes what was refused, over what is there now. */
  readonly insist: (trouble: Trouble) => void;
  /** Takes back the latest of what was written here; false where there is nothing. */
  readonly takeBack: () => boolean;
  readonly settle: () => void;
};
type Latest = {
  readonly send: EditCells | undefined;
  readonly patch: Patch;
  readonly words: Pick<KitWords, "t">;
  readonly shown: ReadonlyMap<string, Pending>;
  /** Says what was kept, with a way back. */
  say: (kept: readonly CellEdit[], back: boolean) => void;
};
const silent = () => undefined;
type Patch = (rowId: string, work: (row: GridRow) => GridRow) => void;

/** Edits are seen at once; one that is refused is taken back where everybody sees it, and says why. */
export function useEdits(send: EditCells | undefined, patch: Patch, words: Pick<KitWords, "t">): Edits {
  const [pending, setPending] = useState<Edits["pending"]>(new Map());
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const latest = useRef<Latest>({ send, patch, words, shown: pending, say: silent });
  latest.current = { ...latest.current, send, patch, words, shown: pending };
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  /** What was written while other edits waited: they were begun on a row that did not show it yet. */
  const written = useRef(new Map<string, CellEdit>());
  const waiting = useRef(0);
  const done = useRef<(readonly CellEdit[])[]>([]);

  const run = useCallback((edits: readonly CellEdit[], back: boolean) => {
    const { send: write } = latest.current;
    if (!write || edits.length === 0) return;
    setTrouble(null);
    setPending((now) => edits.reduce(withPending, now));
    const settle = (answers: readonly EditAnswer[]) => {
      const kept = edits.filter((_, place) => answers[place]?.done === true);
      for (const { row, column, value } of kept) latest.current.patch(row.id, (now) => withCell(now, column, value));
      const refused = edits.flatMap((edit, place) => troubleIn(edit, answers[place]));
      for (const { now } of refused) if (now) latest.current.patch(now.id, () => now);
      setPending((now) => edits.reduce(withoutPending, now));
      const [first] = refused;
      if (first) setTrouble(first.trouble);
      return kept;
    };
    // One after the other, so that what somebody writes twice is not overtaken by themselves.
    waiting.current++;
    queue.current = queue.current.then(async () => {
      const fresh = edits.map((edit) => since(edit, written.current.get(keyOf(edit))));
      const answers = await write(fresh).catch(() => failed(fresh, latest.current.words));
      const kept = new Set(settle(answers).map(keyOf));
      for (const edit of fresh) if (kept.has(keyOf(edit))) written.current.set(keyOf(edit), edit);
      if (--waiting.current === 0) written.current.clear();
      latest.current.say(
        fresh.filter((edit) => kept.has(keyOf(edit))),
        back,
      );
    });
  }, []);
  latest.current.say = (kept, back) => {
    const [only] = kept;
    if (!only) return;
    const { t } = latest.current.words;
    if (back) {
      toast({ text: t(m.grid_undone) });
      return;
    }
    done.current = [...done.current.slice(-MOST), kept];
    toast({
      text:
        kept.length === 1
          ? t(m.grid_edit_done, { column: only.column.label })
          : t(m.grid_edit_many, { count: kept.length }),
      undo: () => {
        done.current = done.current.filter((each) => each !== kept);
        run(reversed(kept), true);
      },
    });
  };
  const commit = useCallback<Edits["commit"]>(
    (edits) => {
      const { shown } = latest.current;
      const known = edits.map(({ before, ...edit }) => ({
        ...edit,
        before: before === undefined ? (edit.row.cells[edit.column.id] ?? null) : before,
      }));
      // What is on its way is what one sees, and so what one changes.
      const seen = (edit: CellEdit) => {
        const waiting = shown.get(edit.row.id)?.get(edit.column.id);
        return waiting === undefined ? edit.before : waiting;
      };
      run(
        known.filter((edit) => !sameValue(seen(edit), edit.value)),
        false,
      );
    },
    [run],
  );
  const insist = useCallback<Edits["insist"]>(({ edit }) => run([edit], false), [run]);
  const takeBack = useCallback(() => {
    if (waiting.current === 0 && done.current.length === 0) return false;
    // After what is on its way: that is the latest.
    queue.current = queue.current.then(() => {
      const last = done.current.pop();
      if (last) run(reversed(last), true);
    });
    return true;
  }, [run]);
  return { pending, trouble, commit, insist, takeBack, settle: useCallback(() => setTrouble(null), []) };
}

/** So many steps can be taken back by keys. */
const MOST = 50;

function keyOf({ row, column }: Pick<CellEdit, "row" | "column">): string {
  return `${row.id} ${column.id}`;
}

function since(edit: CellEdit, earlier: CellEdit | undefined): CellEdit {
  return earlier && sameValue(earlier.before, edit.before) ? { ...edit, before: earlier.value } : edit;
}

function reversed(edits: readonly CellEdit[]): readonly CellEdit[] {
  return edits.toReversed().map((edit) => ({ ...edit, value: edit.before, before: edit.value }));
}

function failed(edits: readonly CellEdit[], { t }: Pick<KitWords, "t">): readonly EditAnswer[] {
  return edits.map(() => ({ done: false, message: t(m.grid_edit_failed) }));
}

function withCell(row: GridRow, column: GridColumn, value: CellValue): GridRow {
  const named = column.id === "name" && typeof value === "string" ? { name: value } : {};
  return { ...row, ...named, cells: { ...row.cells, [column.id]: value } };
}

function troubleIn(edit: CellEdit, answer: EditAnswer | undefined): { trouble: Trouble; now: GridRow | undefined }[] {
  if (!answer || answer.done) return [];
  const { row, column } = edit;
  const now = answer.row;
  const known = now ? { ...edit, row: now, before: now.cells[column.id] ?? null } : edit;
  const overtaken = !sameValue(known.before, edit.before);
  return [{ trouble: { row: row.id, column: column.id, message: answer.message, edit: known, overtaken }, now }];
}

function withPending(all: Edits["pending"], { row, column, value }: CellEdit): Edits["pending"] {
  return new Map(all).set(row.id, new Map(all.get(row.id)).set(column.id, value));
}

/** A later edit of the same cell stays on its way. */
function withoutPending(all: Edits["pending"], { row, column, value }: CellEdit): Edits["pending"] {
  const rest = new Map(all.get(row.id));
  if (rest.get(column.id) === value) rest.delete(column.id);
  const next = new Map(all);
  if (rest.size > 0) next.set(row.id, rest);
  else next.delete(row.id);
  return next;
}

import type { GridState } from "@guildhall/core/grid";
import {
  addressWith,
  type EditAnswer,
  type EditCell,
  type GridColumn,
  type GridPage,
  readAddress,
} from "@guildhall/ui/grid";
import { useNavigate, useSearchParams } from "@remix-run/react";
import { useCallback, useMemo } from "react";
import { z } from "zod";
import { useWords, wordsIn } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { askRecords, askRows, tell } from "./ask-server.ts";
import { gridColumns } from "./grid-columns.ts";
import type { GridData } from "./load-grid.ts";

/** How the grid of a page stands, and how it talks to the server. */
export function useRecordGrid(grid: "people" | "companies", data: GridData) {
  const words = useWords();
  const hall = useHall();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const base = data.views.find(({ id }) => id === data.view)?.state;
  const asked = search.toString();
  const { state } = useMemo(() => readAddress(new URLSearchParams(asked), base), [asked, base]);
  const { tags, staff, columns: offered } = data;
  const { locale } = words;
  const columns = useMemo(
    () => gridColumns(grid, offered, { tags, staff }, wordsIn(locale)),
    [grid, offered, tags, staff, locale],
  );
  const hrefOf = (next: GridState) => `?${addressWith(new URLSearchParams(asked), next, base)}`;
  const go = (params: URLSearchParams) => navigate(`?${params}`, { replace: true, preventScrollReset: true });
  const own = `/w/${hall.slug}/grids/${grid}`;
  const question = JSON.stringify([state.search, state.filter, state.sort, data.view]);

  const load = useCallback(
    async (cursor: string | null, signal: AbortSignal): Promise<GridPage> => {
      const params = new URLSearchParams(asked);
      for (const name of ["cursor", "peek"]) params.delete(name);
      if (cursor !== null) params.set("cursor", cursor);
      return askRows(`${own}/rows?${params}`, signal);
    },
    [asked, own],
  );
  const find = (column: GridColumn) =>
    column.finds && !column.choices
      ? async (query: string, signal: AbortSignal) => {
          const records = await askRecords(`/w/${hall.slug}/grids/find/${column.finds}`, query, signal);
          return records.map(({ id, name, hint }) => ({ value: id, label: name, ...(hint && { hint }) }));
        }
      : undefined;
  const edit: EditCell = async (row, column, value): Promise<EditAnswer> => {
    const before = row.cells[column.id] ?? null;
    const told = await tell(`${own}/cell`, { id: row.id, column: column.id, value, before }, z.unknown(), words.locale);
    if (!told.ok) return { done: false, message: told.message };
    const changed = {
      ...row,
      ...(column.id === "name" && typeof value === "string" && { name: value }),
      cells: { ...row.cells, [column.id]: value },
    };
    return { done: true, row: changed, undo: () => edit(changed, column, before) };
  };
  const make = async (_: GridColumn, name: string) => {
    const told = await tell(
      `/w/${hall.slug}/grids/tag`,
      { name },
      z.object({ id: z.string(), name: z.string() }),
      words.locale,
    );
    return told.ok ? told.done : null;
  };
  return {
    ...words,
    hall,
    own,
    state,
    base,
    columns,
    question,
    search,
    hrefOf,
    onState: (next: GridState) => go(addressWith(new URLSearchParams(asked), next, base)),
    go,
    load,
    find,
    edit,
    make,
  };
}

export type RecordGridModel = ReturnType<typeof useRecordGrid>;

import type { Locale } from "@guildhall/core";
import type { GridState } from "@guildhall/core/grid";
import { sayError } from "@guildhall/i18n/errors";
import {
  addressWith,
  type EditAnswer,
  type EditCells,
  type GridColumn,
  type GridPage,
  readAddress,
} from "@guildhall/ui/grid";
import { useNavigate, useSearchParams } from "@remix-run/react";
import { useCallback, useMemo } from "react";
import { z } from "zod";
import { useWords, wordsIn } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { askRecords, askRows, gridRow, tell } from "./ask-server.ts";
import { gridColumns } from "./grid-columns.ts";
import type { GridData } from "./load-grid.ts";

/** Cells that are written by one request. */
const together = 100;

const cellOutcomes = z.array(
  z.union([
    z.object({ ok: z.literal(true) }),
    z.object({
      ok: z.literal(false),
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      row: gridRow.nullable(),
    }),
  ]),
);

function answerOf(outcome: z.output<typeof cellOutcomes>[number], locale: Locale): EditAnswer {
  if (outcome.ok) return { done: true };
  const { code, params, row } = outcome;
  return { done: false, message: sayError(locale, code, params), ...(row && { row }) };
}

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
  const edit: EditCells = async (edits) => {
    const answers: EditAnswer[] = [];
    for (let from = 0; from < edits.length; from += together) {
      const part = edits
        .slice(from, from + together)
        .map(({ row, column, value, before }) => ({ id: row.id, column: column.id, value, before }));
      const told = await tell(`${own}/cell`, { edits: part }, cellOutcomes, words.locale);
      if (!told.ok)
        return [...answers, ...edits.slice(from).map(() => ({ done: false, message: told.message }) as const)];
      answers.push(...told.done.map((outcome) => answerOf(outcome, words.locale)));
    }
    return answers;
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

import { m } from "@guildhall/i18n/messages";
import { Button, Notice, PeekLayout, Stack, useAwake, WithoutScript } from "@guildhall/ui";
import {
  FilterChips,
  Grid,
  type GridColumn,
  type GridRow,
  type GridSelection,
  nothingChosen,
} from "@guildhall/ui/grid";
import { type ReactNode, useState } from "react";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { useLive } from "../live/use-live.ts";
import { BulkActs } from "./bulk-acts.tsx";
import { GridTools } from "./grid-tools.tsx";
import type { GridData } from "./load-grid.ts";
import { RowPeek } from "./row-peek.tsx";
import { useRecordGrid } from "./use-record-grid.ts";
import { ViewTabs } from "./view-tabs.tsx";

interface RecordGridProps {
  readonly grid: "people" | "companies";
  readonly data: GridData;
  readonly label: string;
  /** The row that the address looks at, where it was loaded with it. */
  readonly peek: GridRow | null;
  /** Stands where there are no rows at all yet, and where none matches. */
  readonly noneYet: ReactNode;
  readonly noMatches: ReactNode;
}

/** The grid of a hall's people or companies, with everything around it: views, filters, what is done with many, a look at one. */
export function RecordGrid({ grid, data, label, peek, noneYet, noMatches }: RecordGridProps) {
  const model = useRecordGrid(grid, data);
  const awake = useAwake();
  useLive("people.");
  const { t, state, columns, hall, search } = model;
  const [chosen, setChosen] = useState<{ readonly of: string; readonly selection: GridSelection }>();
  const selection = chosen?.of === model.question ? chosen.selection : nothingChosen;
  const setSelection = (next: GridSelection) => setChosen({ of: model.question, selection: next });
  const [begin, setBegin] = useState<GridColumn>();
  const [seen, setSeen] = useState<GridRow>();
  const looked = search.get("peek");
  const row = looked ? (seen?.id === looked ? seen : (data.page.rows.find(({ id }) => id === looked) ?? peek)) : null;
  const peekAt = (id: string | null) => {
    const params = new URLSearchParams(search);
    if (id) params.set("peek", id);
    else params.delete("peek");
    return params;
  };
  const asking = Boolean(state.search || state.filter);
  if (data.page.rows.length === 0 && !asking && !data.view) return noneYet;
  const panel = row && (
    <RowPeek
      row={row}
      columns={columns}
      zone={hall.timeZone}
      closeHref={`?${peekAt(null)}`}
      onClose={() => model.go(peekAt(null))}
    />
  );
  return (
    <PeekLayout panel={panel}>
      <Stack gap={2}>
        <ViewTabs grid={grid} data={data} model={model} />
        {data.gone && <Notice tone="warning">{t(m.grid_view_gone)}</Notice>}
        {data.broken && <Notice tone="warning">{t(m.grid_filter_broken)}</Notice>}
        <GridTools grid={grid} data={data} model={model} begin={begin} onBegun={() => setBegin(undefined)} />
        <FilterChips columns={columns} state={state} names={data.names} hrefOf={model.hrefOf} />
        <Grid
          label={label}
          columns={columns}
          lead="name"
          state={state}
          onState={model.onState}
          hrefOf={model.hrefOf}
          first={data.page}
          cursor={data.cursor}
          question={model.question}
          load={model.load}
          total={data.count}
          zone={hall.timeZone}
          selection={selection}
          onSelection={setSelection}
          formId="bulk"
          {...(data.mayEdit && { onEdit: model.edit, onMake: model.make })}
          find={model.find}
          onFilter={setBegin}
          peekHref={({ id }) => `?${peekAt(id)}`}
          onPeek={(which) => {
            setSeen(which);
            model.go(peekAt(which.id));
          }}
          looked={looked ?? undefined}
          empty={noMatches}
        />
        <WithoutScript>
          {data.mayBulkEdit && (
            <form id="bulk" method="get" action={`${model.own}/chosen`}>
              <Button type="submit">{t(m.grid_bulk)}</Button>
            </form>
          )}
          <CursorPager page={data.page} />
        </WithoutScript>
        {data.mayBulkEdit && awake && (
          <BulkActs grid={grid} data={data} model={model} selection={selection} onSelection={setSelection} />
        )}
      </Stack>
    </PeekLayout>
  );
}

import { m } from "@guildhall/i18n/messages";
import { Button, SearchField, Slip, WithoutScript, WithScript } from "@guildhall/ui";
import { ColumnsPanel, FilterBuilder, type GridColumn, SortForm } from "@guildhall/ui/grid";
import { TableTools } from "@guildhall/ui/table";
import { Form, useSubmit } from "@remix-run/react";
import { ExportMenu } from "./export-menu.tsx";
import type { GridData } from "./load-grid.ts";
import { PlainFilter } from "./plain-filter.tsx";
import type { RecordGridModel } from "./use-record-grid.ts";

interface GridToolsProps {
  readonly grid: "people" | "companies";
  readonly data: GridData;
  readonly model: RecordGridModel;
  /** A column that somebody wants to filter by. */
  readonly begin: GridColumn | undefined;
  readonly onBegun: () => void;
}

/** Above the grid: find, filter, columns. */
export function GridTools(props: GridToolsProps) {
  const { grid, data, model } = props;
  const { state, columns } = model;
  return (
    <TableTools
      aside={
        <>
          {data.mayBulkEdit && <ExportMenu grid={grid} model={model} />}
          <WithScript>
            <ColumnsPanel columns={columns} lead="name" state={state} onState={model.onState} />
          </WithScript>
        </>
      }
    >
      <Find model={model} />
      <WithScript>
        <Filter {...props} />
        <Sort model={model} />
      </WithScript>
      <WithoutScript>
        <PlainFilter model={model} />
      </WithoutScript>
    </TableTools>
  );
}

function Find({ model: { t, state, search } }: Pick<GridToolsProps, "model">) {
  const submit = useSubmit();
  const kept = [...search].filter(([name]) => name !== "q" && name !== "cursor");
  return (
    <Form
      method="get"
      role="search"
      className="w-full sm:max-w-pane"
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget, { replace: true, preventScrollReset: true });
      }}
    >
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SearchField
        key={state.search}
        id="grid-q"
        name="q"
        label={t(m.grid_search)}
        defaultValue={state.search ?? ""}
        shortcut="/"
      />
    </Form>
  );
}

function Filter({ data, model, begin, onBegun }: GridToolsProps) {
  const { t, state, columns } = model;
  return (
    <Slip
      key={begin?.id ?? JSON.stringify(state.filter)}
      defaultOpen={begin !== undefined}
      label={t(m.grid_filter_title)}
      button={<Button icon="filter">{t(m.grid_filter)}</Button>}
    >
      {(close) => (
        <FilterBuilder
          columns={columns}
          filter={state.filter}
          names={data.names}
          find={model.find}
          begin={begin}
          onFilter={(filter) => {
            close();
            onBegun();
            model.onState({ ...state, filter });
          }}
        />
      )}
    </Slip>
  );
}

/** On a phone, where no heads are in sight. */
function Sort({ model: { t, state, columns, onState } }: Pick<GridToolsProps, "model">) {
  return (
    <span className="sm:hidden">
      <Slip label={t(m.grid_sort)} button={<Button>{t(m.grid_sort)}</Button>}>
        {(close) => (
          <SortForm
            columns={columns}
            state={state}
            onState={(next) => {
              close();
              onState(next);
            }}
          />
        )}
      </Slip>
    </span>
  );
}

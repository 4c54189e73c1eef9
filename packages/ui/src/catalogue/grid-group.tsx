import type { GridState } from "@guildhall/core/grid";
import { type ReactNode, useState } from "react";
import { Button } from "../actions/button.tsx";
import { restingState } from "../grid/address.ts";
import type { CellValue, GridColumn, GridPage } from "../grid/column.ts";
import { ColumnsPanel } from "../grid/columns-panel.tsx";
import { FilterBuilder } from "../grid/filter-builder.tsx";
import { FilterChips } from "../grid/filter-chips.tsx";
import { Grid } from "../grid/grid.tsx";
import { allChosen, type GridSelection, nothingChosen } from "../grid/selection.ts";
import { SortForm } from "../grid/sort-form.tsx";
import type { EditCells } from "../grid/use-edits.ts";
import { ValueField } from "../grid/value-field.tsx";
import { Slip } from "../overlays/slip.tsx";
import { TableTools } from "../tables/table-tools.tsx";
import { samplePeople } from "./sample-people.ts";
import type { GroupProps } from "./say.ts";
import { Specimen } from "./specimen.tsx";

type Say = GroupProps["say"];

export function GridGroup({ say }: GroupProps) {
  const columns = sampleColumns(say);
  return (
    <>
      <Specimen name={say("Walked and written like a spreadsheet", "像电子表格一样走动和填写")}>
        <Sample say={say} columns={columns} />
      </Specimen>
      <Specimen name={say("All that match, chosen", "全选所有符合的行")}>
        <Sample say={say} columns={columns} selection={allChosen} density="compact" />
      </Specimen>
      <Specimen name={say("Nobody there", "空空如也")}>
        <Sample say={say} columns={columns} rows={0} empty={<p className="p-s5">{say("Nobody yet", "还没有人")}</p>} />
      </Specimen>
      <Specimen name={say("A filter in the making", "正在写的筛选条件")}>
        <FilterBuilder
          columns={columns}
          filter={{
            all: [
              { column: "stage", is: "any-of", chosen: ["customer"] },
              {
                any: [
                  { column: "heard", is: "before", day: { ago: 90, unit: "day" } },
                  { column: "heard", is: "empty" },
                ],
              },
            ],
          }}
          names={{}}
          onFilter={nothing}
        />
      </Specimen>
      <Specimen name={say("One value for many rows", "给许多行填同一个值")}>
        {columns.slice(1).map((column) => (
          <ValueField
            key={column.id}
            id={`sample-value-${column.id}`}
            label={column.label}
            column={column}
            zone={zone}
            onValue={nothing}
          />
        ))}
      </Specimen>
    </>
  );
}

const nothing = () => undefined;
const zone = "Asia/Shanghai";

type SampleProps = {
  readonly say: Say;
  readonly columns: readonly GridColumn[];
  readonly rows?: number;
  readonly selection?: GridSelection;
  readonly density?: GridState["density"];
  readonly empty?: ReactNode;
};

function Sample({ say, columns, rows = 40, selection = nothingChosen, density = "comfortable", empty }: SampleProps) {
  const [state, setState] = useState<GridState>({ ...restingState, density });
  const [chosen, setChosen] = useState(selection);
  const [first] = useState(() => samplePage(say, rows));
  return (
    <>
      <TableTools aside={<ColumnsPanel columns={columns} lead="name" state={state} onState={setState} />}>
        <Slip label={say("Sort", "排序")} button={<Button>{say("Sort", "排序")}</Button>}>
          {(close) => (
            <SortForm
              columns={columns}
              state={state}
              onState={(next) => {
                close();
                setState(next);
              }}
            />
          )}
        </Slip>
      </TableTools>
      <FilterChips columns={columns} state={state} names={{}} hrefOf={() => "#grid"} />
      <Grid
        label={say("Sample people", "示例人物")}
        columns={columns}
        lead="name"
        state={state}
        onState={setState}
        hrefOf={() => "#grid"}
        first={first}
        question="sample"
        load={() => Promise.resolve(first)}
        total={{ count: rows, more: false }}
        zone={zone}
        selection={chosen}
        onSelection={setChosen}
        formId="sample-bulk"
        onEdit={keep(say)}
        empty={empty}
      />
    </>
  );
}

/** Keeps everything but a note that says "no", to show how a refusal looks. */
function keep(say: Say): EditCells {
  return async (edits) =>
    edits.map(({ value }) =>
      value === "no"
        ? { done: false, message: say("Somebody has changed this.", "这一项刚被别人改过。") }
        : { done: true },
    );
}

function samplePage(say: Say, rows: number): GridPage {
  const people = samplePeople(say);
  const tiers = ["gold", "tin", null];
  return {
    previous: null,
    next: null,
    rows: Array.from({ length: rows }, (_, place) => {
      const person = people[place % people.length];
      const name = person?.name ?? "";
      const cells: Record<string, CellValue> = {
        name,
        stage: ["lead", "customer"][place % 2] ?? null,
        tags: place % 3 === 0 ? ["rower", "cook"] : [],
        spent: place % 4 === 0 ? null : { amount: place * 12_300, currency: "CNY" },
        visits: place,
        heard: `2026-03-${String((place % 28) + 1).padStart(2, "0")}`,
        letter: place % 2 === 0,
        tier: tiers[place % 3] ?? null,
        note: place % 5 === 0 ? say("Likes the early ferry", "爱坐早班渡轮") : null,
      };
      return { id: `sample-${place}`, name, href: "#grid", cells };
    }),
  };
}

function sampleColumns(say: Say): readonly GridColumn[] {
  const column = (id: string, label: string, kind: GridColumn["kind"], over: Partial<GridColumn> = {}): GridColumn => ({
    ...{ id, label, kind, sortable: true, filterable: true, editable: true, shown: true, width: 140 },
    ...over,
  });
  return [
    column("name", say("Name", "姓名"), "text", { width: 200 }),
    column("stage", say("Stage", "阶段"), "choice", {
      choices: [
        { id: "lead", name: say("Lead", "线索"), tone: "indigo" },
        { id: "customer", name: say("Customer", "客户"), tone: "jade" },
      ],
    }),
    column("tags", say("Tags", "标签"), "choices", {
      width: 180,
      choices: [
        { id: "rower", name: say("Rower", "划船") },
        { id: "cook", name: say("Cook", "掌勺"), tone: "ochre" },
      ],
    }),
    column("spent", say("Spent", "消费"), "money", { currency: "CNY" }),
    column("visits", say("Visits", "来访"), "number", { width: 90 }),
    column("heard", say("Last heard of", "最近动静"), "date"),
    column("letter", say("Letter", "订阅来信"), "boolean", { width: 100 }),
    column("tier", say("Tier", "等级"), "choice", {
      choices: [
        { id: "gold", name: say("Gold", "金"), tone: "ochre" },
        { id: "tin", name: say("Tin", "锡") },
      ],
    }),
    column("note", say("Note", "备注"), "text", { width: 220 }),
  ];
}

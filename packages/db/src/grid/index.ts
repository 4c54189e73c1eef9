export type { Asked } from "./asked.ts";
export { fieldColumnOf, findNothing, ownColumn } from "./columns.ts";
export { gridIds } from "./grid-ids.ts";
export { type GridCount, gridCount, gridPage } from "./grid-page.ts";
export { gridRows } from "./grid-rows.ts";
export type { ColumnOrder, Conjunct, GridColumn, GridSource, IndexSet, Sql } from "./grid-source.ts";
export { matchChoice, matchChoices, matchFlag, matchRange, matchText } from "./match-row.ts";

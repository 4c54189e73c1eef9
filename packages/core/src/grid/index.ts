export { type ColumnId, type ColumnKind, columnKinds, fieldColumn, fieldOfColumn, isColumnId } from "./column.ts";
export { type Day, type Days, dayAfter, dayIn, dayOf, daysOf, startOfDay } from "./days.ts";
export {
  type Condition,
  columnsOf,
  conditionsOf,
  type DayOperand,
  dayOperand,
  type Filter,
  filterSchema,
  type Operator,
  operatorsOf,
  type SpanOperand,
  type SpanUnit,
  spanOperand,
  spanUnits,
} from "./filter.ts";
export {
  type GridLook,
  type GridQuestion,
  type GridSort,
  type GridState,
  gridSortSchema,
  gridStateSchema,
} from "./grid-state.ts";

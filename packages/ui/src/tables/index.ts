export { BulkBar } from "./bulk-bar.tsx";
export { ColumnChoice } from "./column-choice.tsx";
export { RowSelect, SelectAll } from "./row-select.tsx";
export { SelectionForm } from "./selection-form.tsx";
export { TableFoot } from "./table-foot.tsx";
export { TableTools } from "./table-tools.tsx";

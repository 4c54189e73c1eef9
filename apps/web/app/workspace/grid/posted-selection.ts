import type { GridState } from "@guildhall/core/grid";
import type { GridSelection } from "@guildhall/ui/grid";

/** A selection as commands take it: rows one by one, or all that match but for some. */
export function postedSelection(selection: GridSelection, { search, filter, sort }: GridState) {
  return selection.kind === "these"
    ? { ids: [...selection.ids] }
    : { question: { search, filter, sort }, exclude: [...selection.except] };
}

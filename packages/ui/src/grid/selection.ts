import { chooseRange } from "../tables/selection.ts";

/** Which rows are chosen: these, or everything that matches but for these. */
export type GridSelection =
  | { readonly kind: "these"; readonly ids: ReadonlySet<string> }
  | { readonly kind: "all"; readonly except: ReadonlySet<string> };

export const nothingChosen: GridSelection = { kind: "these", ids: new Set() };
export const allChosen: GridSelection = { kind: "all", except: new Set() };

export function isChosen(selection: GridSelection, id: string): boolean {
  return selection.kind === "all" ? !selection.except.has(id) : selection.ids.has(id);
}

/** How many are chosen; of all that match, where `total` is how many those are. */
export function countChosen(selection: GridSelection, total: number): number {
  return selection.kind === "these" ? selection.ids.size : Math.max(0, total - selection.except.size);
}

/** One row, or with `from` all from there to it, in the order in which they stand. */
export function choose(
  selection: GridSelection,
  order: readonly string[],
  press: { readonly id: string; readonly on: boolean; readonly from: string | undefined },
): GridSelection {
  if (selection.kind === "these") return { kind: "these", ids: chooseRange(order, selection.ids, press) };
  return { kind: "all", except: chooseRange(order, selection.except, { ...press, on: !press.on }) };
}

/** All rows that are loaded, or none. */
export function chooseLoaded(order: readonly string[], on: boolean): GridSelection {
  return on ? { kind: "these", ids: new Set(order) } : nothingChosen;
}

/** Whether all, some or none of the rows in sight are chosen. */
export function extentOf(selection: GridSelection, order: readonly string[]): "all" | "some" | "none" {
  const count = order.filter((id) => isChosen(selection, id)).length;
  if (count === 0) return "none";
  return count === order.length ? "all" : "some";
}

import type { GridName, SavedView } from "@guildhall/people/schemas";
import { addressWith, type GridColumn, readAddress, withCondition } from "@guildhall/ui/grid";
import { type PlainHow, plainHows, readPlainFilter } from "./read-plain-filter.ts";

interface Where {
  readonly slug: string;
  readonly grid: GridName;
  readonly view: SavedView | null;
  readonly columns: readonly GridColumn[];
}

/** Where a plain form's condition leads: the address with one more in its filter; null where no form was sent. */
export function plainFilterAddress(url: URL, { slug, grid, view, columns }: Where): string | null {
  const column = columns.find(({ id }) => id === url.searchParams.get("by"));
  if (!column) return null;
  const how = plainHows.find((each) => each === url.searchParams.get("how")) ?? "contains";
  const params = new URLSearchParams(url.searchParams);
  for (const name of ["by", "how", "value", "unread"]) params.delete(name);
  const next = nextState(url, view, column, how);
  const there = next ? addressWith(params, next, view?.state) : new URLSearchParams([...params, ["unread", "yes"]]);
  return `/w/${slug}/${grid}?${there}`;
}

function nextState(url: URL, view: SavedView | null, column: GridColumn, how: PlainHow) {
  const condition = readPlainFilter(column, how, url.searchParams.get("value") ?? "");
  if (!condition) return null;
  const { state } = readAddress(url.searchParams, view?.state);
  return { ...state, filter: withCondition(state.filter, condition) };
}

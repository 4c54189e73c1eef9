import { type Filter, filterSchema, type GridSort, type GridState, gridStateSchema } from "@guildhall/core/grid";

/** What an address says of a grid. A filter that cannot be read is left out, and that is said. */
export type AddressedState = { readonly state: GridState; readonly broken: boolean };

/** The parameters that are a grid's; all others of an address are somebody else's. */
export const gridParams = ["q", "filter", "sort", "columns", "density"] as const;

/** A grid's own way of standing, before anybody chose anything. */
export const restingState: GridState = gridStateSchema.parse({});

/** What an address says, where it is silent as in `base`: a saved view. What is there and empty is none. */
export function readAddress(params: URLSearchParams, base: GridState = restingState): AddressedState {
  const filter = readFilter(params.get("filter"), base.filter);
  const state = gridStateSchema.safeParse({
    search: params.has("q") ? params.get("q")?.trim().slice(0, 200) || null : base.search,
    filter: filter.broken ? null : filter.value,
    sort: readSort(params.get("sort"), base.sort),
    columns: readColumns(params.get("columns"), base.columns),
    density: readDensity(params.get("density")) ?? base.density,
  });
  return state.success ? { state: state.data, broken: filter.broken } : { state: base, broken: true };
}

/** The parameters that say how a state differs from `base`, for an address; empty ones take away what `base` has. */
export function writeAddress(state: GridState, base: GridState = restingState): readonly (readonly [string, string])[] {
  const own: readonly (readonly [string, string, boolean])[] = [
    ["q", state.search ?? "", state.search !== base.search],
    ["filter", state.filter ? JSON.stringify(state.filter) : "", !same(state.filter, base.filter)],
    ["sort", writeSort(state.sort), !same(state.sort, base.sort)],
    ["columns", writeColumns(state.columns), !same(state.columns, base.columns)],
    ["density", state.density, state.density !== base.density],
  ];
  return own.flatMap(([name, value, differs]) => (differs ? [[name, value] as const] : []));
}

/** An address in which a grid stands so, and everything else stays but the page that was open. */
export function addressWith(
  params: URLSearchParams,
  state: GridState,
  base: GridState = restingState,
): URLSearchParams {
  const there = new URLSearchParams(params);
  for (const name of [...gridParams, "cursor"]) there.delete(name);
  for (const [name, value] of writeAddress(state, base)) there.set(name, value);
  return there;
}

/** Whether two states are one, whatever order their keys were written in. */
export function sameState(one: GridState, other: GridState): boolean {
  return writeAddress(one, other).length === 0;
}

function readFilter(
  text: string | null,
  base: Filter | null,
): { readonly value: Filter | null; readonly broken: boolean } {
  if (text === null) return { value: base, broken: false };
  if (text === "") return { value: null, broken: false };
  try {
    const parsed = filterSchema.safeParse(JSON.parse(text));
    return parsed.success ? { value: parsed.data, broken: false } : { value: null, broken: true };
  } catch {
    return { value: null, broken: true };
  }
}

function readSort(text: string | null, base: GridSort | null): unknown {
  if (text === null) return base;
  if (text === "") return null;
  return text.startsWith("-") ? { column: text.slice(1), direction: "desc" } : { column: text, direction: "asc" };
}

function writeSort(sort: GridSort | null): string {
  return sort ? `${sort.direction === "desc" ? "-" : ""}${sort.column}` : "";
}

/** "name*,stage,email~240": a star for pinned, a width after the wave. */
function readColumns(text: string | null, base: GridState["columns"]): unknown {
  if (text === null) return base;
  if (text === "") return null;
  return text.split(",").map((part) => {
    const [, id = part, star, width] = /^([\w:-]+)(\*?)(?:~(\d{1,4}))?$/.exec(part) ?? [];
    return { id, ...(width && { width: Number(width) }), ...(star && { pinned: true }) };
  });
}

function writeColumns(columns: GridState["columns"]): string {
  return (columns ?? [])
    .map(({ id, width, pinned }) => `${id}${pinned ? "*" : ""}${width === undefined ? "" : `~${width}`}`)
    .join(",");
}

function readDensity(text: string | null): GridState["density"] | undefined {
  return text === "compact" || text === "comfortable" ? text : undefined;
}

function same(one: unknown, other: unknown): boolean {
  return ordered(one) === ordered(other);
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

import type { GridPage, GridRow } from "./column.ts";

/** A page with the cursor by which it was asked for. */
export type HeldPage = GridPage & { readonly cursor: string | null };

/**
 * The pages that are held of a list without end. `start` is the place of the first held row in the list, so that rows
 * keep their places while pages come and go at either end.
 */
export type RowWindow = { readonly start: number; readonly pages: readonly HeldPage[] };

/** More than these are let go at the other end. */
export const mostPages = 8;

export function openWindow(first: GridPage, cursor: string | null = null): RowWindow {
  return { start: 0, pages: [{ ...first, cursor }] };
}

export function rowsOf({ pages }: RowWindow): readonly GridRow[] {
  return pages.flatMap(({ rows }) => rows);
}

/** The cursor of the page after the last that is held; null at the end. */
export function nextCursor({ pages }: RowWindow): string | null {
  return pages.at(-1)?.next ?? null;
}

export function previousCursor({ pages }: RowWindow): string | null {
  return pages[0]?.previous ?? null;
}

export function append(window: RowWindow, page: HeldPage): RowWindow {
  const fresh = without(page, new Set(rowsOf(window).map(({ id }) => id)));
  const pages = [...window.pages, fresh];
  const gone = pages.slice(0, Math.max(0, pages.length - mostPages));
  return { start: window.start + count(gone), pages: pages.slice(gone.length) };
}

/** Where fewer rows were left above than this page has, the places move down, never below 0. */
export function prepend(window: RowWindow, page: HeldPage): RowWindow {
  const fresh = without(page, new Set(rowsOf(window).map(({ id }) => id)));
  const start = fresh.previous === null ? 0 : Math.max(0, window.start - fresh.rows.length);
  return { start, pages: [fresh, ...window.pages].slice(0, mostPages) };
}

/** The same page, read again. The rows after it keep their places as far as they can. */
export function renew(window: RowWindow, page: HeldPage): RowWindow {
  return { ...window, pages: window.pages.map((held) => (held.cursor === page.cursor ? page : held)) };
}

/** One row as it is now. */
export function patchRow(window: RowWindow, id: string, work: (row: GridRow) => GridRow): RowWindow {
  const pages = window.pages.map((page) =>
    page.rows.some((row) => row.id === id)
      ? { ...page, rows: page.rows.map((row) => (row.id === id ? work(row) : row)) }
      : page,
  );
  return { ...window, pages };
}

/** A row that moved between two readings stands once, where it was read first. */
function without(page: HeldPage, held: ReadonlySet<string>): HeldPage {
  return page.rows.some(({ id }) => held.has(id))
    ? { ...page, rows: page.rows.filter(({ id }) => !held.has(id)) }
    : page;
}

function count(pages: readonly HeldPage[]): number {
  return pages.reduce((sum, { rows }) => sum + rows.length, 0);
}

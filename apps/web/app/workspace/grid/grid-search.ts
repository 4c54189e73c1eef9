import type { GridState } from "@guildhall/core/grid";
import type { SavedView } from "@guildhall/people/schemas";
import { readAddress } from "@guildhall/ui/grid";
import { z } from "zod";

/** What the address of a grid may say; what of it is the grid's own is read by `readAddress`. */
export const gridSearch = z.object({
  cursor: z.string().max(2048).nullable().default(null),
  view: z.uuid().optional(),
  peek: z.string().max(64).optional(),
});

/** How a grid stands at an address, upon the view that the address names. */
export interface StandingGrid {
  readonly state: GridState;
  readonly view: SavedView | null;
  /** Whether the address names a view that is not there for whoever asks: it may have been let go while they looked. */
  readonly gone: boolean;
  /** Whether the address says something that cannot be read. */
  readonly broken: boolean;
}

/** A view that whoever asks cannot see is not there; all is shown then. */
export function standingAt(url: URL, views: readonly SavedView[]): StandingGrid {
  const asked = url.searchParams.get("view");
  const view = asked ? (views.find(({ id }) => id === asked) ?? null) : null;
  return { view, gone: asked !== null && !view, ...readAddress(url.searchParams, view?.state) };
}

import type { Id } from "@guildhall/core";

/** An export of the whole hall, as its page shows it. */
export interface HallExport {
  readonly id: Id<"tenant_export">;
  readonly state: "waiting" | "packing" | "ready" | "failed" | "swept";
  /** Written so far; in all once it is ready. */
  readonly bytes: number;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  /** Until when a ready one can be taken along. */
  readonly expiresAt: Date | null;
}

const day = 86_400_000;

/** How long an export is kept. */
export const keptDays = 7;
export const keptMs = keptDays * day;

/** After how long without a word a packing is given up, by the wall's clock. */
export const silenceMs = 30 * 60_000;

/** How many a day: each reads all that a hall has. */
export const mostADay = 10;
export const dayMs = day;

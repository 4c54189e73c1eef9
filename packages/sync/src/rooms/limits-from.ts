import type { Limits } from "./limits.ts";

/** How an installation says what a socket may take up: by its environment. */
export interface LimitSettings {
  readonly SYNC_UPDATES_PER_SECOND: number;
  readonly SYNC_FRAME_MB: number;
  readonly SYNC_MERGE_MB: number;
  readonly SYNC_FIRST_MB: number;
  readonly SYNC_BEHIND_MB: number;
  readonly SYNC_SLOW_MB: number;
  readonly SYNC_SLOW_SECONDS: number;
}

const MB = 1024 * 1024;

/** The limits of a node as its installation set them. */
export function limitsFrom(settings: LimitSettings): Partial<Limits> {
  return {
    updatesPerSecond: settings.SYNC_UPDATES_PER_SECOND,
    updatesAtOnce: 2 * settings.SYNC_UPDATES_PER_SECOND,
    frame: settings.SYNC_FRAME_MB * MB,
    merge: settings.SYNC_MERGE_MB * MB,
    firstSync: settings.SYNC_FIRST_MB * MB,
    behind: settings.SYNC_BEHIND_MB * MB,
    slow: settings.SYNC_SLOW_MB * MB,
    slowFor: settings.SYNC_SLOW_SECONDS * 1_000,
  };
}

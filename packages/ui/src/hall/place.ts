import type { IconName } from "../marks/icon-shapes.tsx";

/** A room of the hall, as the rail shows it. */
export type HallPlace = {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly count?: string | undefined;
  readonly current?: boolean | undefined;
};
export type HallSection = { readonly title?: string | undefined; readonly places: readonly HallPlace[] };
export type HallSign = {
  readonly name: string;
  readonly accent?: string | null | undefined;
  /** The hall's own sign, in the place of its stamp. */
  readonly logo?: string | null | undefined;
  readonly href: string;
};

import type { ReactNode } from "react";

/** One of several answers. */
export type FieldOption = {
  readonly value: string;
  readonly label: string;
  /** A line below, for answers that need one. */
  readonly description?: ReactNode;
  /** At the end of its line: a price, a count. */
  readonly aside?: ReactNode;
  readonly disabled?: boolean | undefined;
};

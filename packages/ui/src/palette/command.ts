import type { ReactNode } from "react";
import type { IconName } from "../marks/icon-shapes.tsx";

/** Something to do or to open. */
export type CommandAction = {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** A face or a stamp, in place of the icon. */
  readonly mark?: ReactNode;
  readonly hint?: string | undefined;
  /** What it is also found by: pinyin, the other language. */
  readonly keywords?: string | undefined;
  readonly shortcut?: string | undefined;
};
export type CommandGroup = { readonly title: string; readonly actions: readonly CommandAction[] };

import type { ReactNode } from "react";

/** A line of a tree with what was loaded below it. */
export interface TreeNode {
  readonly id: string;
  readonly name: string;
  readonly mark: ReactNode;
  readonly href: string;
  /** Whether something stands below it, loaded or not. */
  readonly hasNodes: boolean;
  readonly nodes: readonly TreeNode[];
  /** Whether there is more of them than was loaded, above and below. */
  readonly moreAbove: boolean;
  readonly moreBelow: boolean;
  readonly movable: boolean;
  /** Whether something can be put on it; and whether beside it. */
  readonly takes: boolean;
  readonly takesBeside: boolean;
  /** It has no name of its own, and is called something in its place. */
  readonly nameless?: boolean | undefined;
}

export interface TreeWords {
  readonly label: string;
  readonly drag: (name: string) => string;
  readonly toggle: (name: string) => string;
  readonly deeds: (name: string) => string;
  readonly earlier: string;
  readonly loading: string;
}

/** Where something was let go: on a node, or right before or after it. */
export interface TreeDrop {
  readonly id: string;
  readonly at: "before" | "on" | "after";
}

import { type DragEvent, type ReactNode, type RefObject, useRef, useState } from "react";
import { DropIndicator, ListLayout, Tree, useDragAndDrop, Virtualizer } from "react-aria-components";
import { MenuSlip } from "../actions/menu.tsx";
import { TreeLine } from "./tree-line.tsx";
import type { TreeDrop, TreeNode, TreeWords } from "./tree-node.ts";
import "./tree.css";

type MovableTreeProps = {
  readonly words: TreeWords;
  readonly nodes: readonly TreeNode[];
  /** The page that is shown, by its node's id. */
  readonly current: string | null;
  /** What is unfolded. */
  readonly open: ReadonlySet<string>;
  readonly onOpenChange: (open: ReadonlySet<string>) => void;
  /** More of what stands under a node is wanted, above or below what is there. */
  readonly onMore: (id: string, way: "previous" | "next") => void;
  readonly onMove: (id: string, drop: TreeDrop) => void;
  /** What can be done with a node, as items of a menu; null for none. */
  readonly deeds: (id: string) => ReactNode;
};

/**
 * A tree that is walked and moved by mouse and by keyboard. Only what is in sight stands in the page, however long it is.
 * Its box has to be given a height.
 */
export function MovableTree({ words, nodes, current, open, onOpenChange, onMore, onMove, deeds }: MovableTreeProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const anchor = useRef<HTMLElement | null>(null);
  const { dragAndDropHooks } = useMoving(nodes, onMove);
  const ask = (id: string, button: HTMLElement | null) => {
    anchor.current = button;
    setAsked((before) => (before === id ? null : id));
  };
  const line = { words, current, asked, onMore, onAsk: ask };
  return (
    <div onDragStartCapture={keepStill} className="h-full">
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: rowPixels, loaderHeight: rowPixels }}>
        <Tree<TreeNode>
          aria-label={words.label}
          items={nodes}
          dependencies={[words, current, asked, onMore]}
          expandedKeys={open}
          onExpandedChange={(keys) => onOpenChange(new Set([...keys].map(String)))}
          dragAndDropHooks={dragAndDropHooks}
          className="tree"
        >
          {(node) => <TreeLine node={node} {...line} />}
        </Tree>
      </Virtualizer>
      {asked && (
        <Deeds anchor={anchor} label={words.deeds(findNode(nodes, asked)?.name ?? "")} onClose={() => setAsked(null)}>
          {deeds(asked)}
        </Deeds>
      )}
    </div>
  );
}

/** A drag takes any line that is pressed; some have nowhere to go. */
function keepStill(event: DragEvent<HTMLElement>): void {
  const line = event.target instanceof Element ? event.target.closest(".tree-line") : null;
  if (!line?.hasAttribute("data-movable")) event.preventDefault();
}

/** Lines of one height, so that as many as are in sight can be counted. */
const rowPixels = 32;

function useMoving(nodes: readonly TreeNode[], onMove: MovableTreeProps["onMove"]) {
  return useDragAndDrop<TreeNode>({
    getItems: (_, items) => items.map(({ id, name }) => ({ "text/plain": name, [dragType]: id })),
    acceptedDragTypes: [dragType],
    getAllowedDropOperations: () => ["move"],
    getDropOperation: (target) => {
      const node = target.type === "item" ? findNode(nodes, String(target.key)) : null;
      if (!node || target.type !== "item") return "cancel";
      return (target.dropPosition === "on" ? node.takes : node.takesBeside) ? "move" : "cancel";
    },
    onMove: ({ keys, target }) => {
      const [key] = keys;
      if (key !== undefined) onMove(String(key), { id: String(target.key), at: target.dropPosition });
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="tree-gap" />,
  });
}

const dragType = "application/x-guildhall-tree";

function findNode(nodes: readonly TreeNode[], id: string): TreeNode | null {
  for (const node of nodes) {
    const found = node.id === id ? node : findNode(node.nodes, id);
    if (found) return found;
  }
  return null;
}

type DeedsProps = {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Beside the tree and not within its lines, where arrows would walk them. */
function Deeds({ anchor, label, onClose, children }: DeedsProps) {
  return (
    <MenuSlip anchor={anchor} label={label} start="first" onClose={onClose}>
      {children}
    </MenuSlip>
  );
}

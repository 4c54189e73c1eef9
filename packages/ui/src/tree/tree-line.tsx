import { type CSSProperties, useRef } from "react";
import { Button, Collection, TreeItem, TreeItemContent, TreeLoadMoreItem } from "react-aria-components";
import { buttonClass } from "../actions/button-shape.ts";
import { classNames } from "../class-names.ts";
import { Spinner } from "../feedback/spinner.tsx";
import { Icon } from "../marks/icon.tsx";
import type { TreeNode, TreeWords } from "./tree-node.ts";

type TreeLineProps = {
  readonly node: TreeNode;
  readonly words: TreeWords;
  readonly current: string | null;
  /** Whose deeds are shown. */
  readonly asked: string | null;
  readonly onMore: (id: string, way: "previous" | "next") => void;
  readonly onAsk: (id: string, button: HTMLElement | null) => void;
};

/** One line: its fold, its sign, its name, and what can be done with it; what stands below comes after it. */
export function TreeLine({ node, words, current, asked, onMore, onAsk }: TreeLineProps) {
  // Named one by one: the collection hands each line its own id as well, which is not its children's.
  const shared = { words, current, asked, onMore, onAsk };
  const { id, name, mark, href, hasNodes, nodes, movable } = node;
  return (
    <TreeItem
      id={id}
      textValue={name}
      value={node}
      href={href}
      hasChildItems={hasNodes}
      className="tree-line"
      {...(movable && { "data-movable": "" })}
      {...(current === id && { "data-current": "" })}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <div className="tree-face" style={inset(level)}>
            {movable && (
              <Button slot="drag" aria-label={words.drag(name)} className="tree-drag">
                <Grip />
              </Button>
            )}
            {hasChildItems ? (
              <Button slot="chevron" aria-label={words.toggle(name)} className="tree-fold">
                <Icon name={isExpanded ? "chevron-down" : "chevron-right"} />
              </Button>
            ) : (
              <span className="tree-fold" />
            )}
            <span aria-hidden="true" className="tree-mark">
              {mark}
            </span>
            <span
              className={classNames("tree-name", node.nameless && "text-ink-3")}
              {...(current === id && { "aria-current": "page" as const })}
            >
              {name}
            </span>
            <DeedsButton label={words.deeds(name)} isOpen={asked === id} onAsk={(button) => onAsk(id, button)} />
          </div>
        )}
      </TreeItemContent>
      {node.moreAbove && (
        <TreeItem
          id={`${id}:earlier`}
          textValue={words.earlier}
          onAction={() => onMore(id, "previous")}
          className="tree-line"
        >
          <TreeItemContent>
            {({ level }) => (
              <div className="tree-face text-s text-ink-2" style={inset(level)}>
                <span className="tree-fold">
                  <Icon name="chevron-up" />
                </span>
                {words.earlier}
              </div>
            )}
          </TreeItemContent>
        </TreeItem>
      )}
      <Collection items={nodes} dependencies={[words, current, asked, onMore]}>
        {(each) => <TreeLine node={each} {...shared} />}
      </Collection>
      {node.moreBelow && (
        <TreeLoadMoreItem isLoading={false} onLoadMore={() => onMore(id, "next")} className="tree-more">
          <Spinner label={words.loading} />
        </TreeLoadMoreItem>
      )}
      {/* Without anything below it, a line neither unfolds by the arrow key nor says that it can. */}
      {hasNodes && nodes.length === 0 && (
        <TreeLoadMoreItem isLoading className="tree-more">
          <Spinner label={words.loading} />
        </TreeLoadMoreItem>
      )}
    </TreeItem>
  );
}

type DeedsButtonProps = {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onAsk: (button: HTMLElement | null) => void;
};

function DeedsButton({ label, isOpen, onAsk }: DeedsButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Button
      ref={button}
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onPress={() => onAsk(button.current)}
      className={classNames(buttonClass({ look: "quiet", size: "s" }, true), "tree-deeds")}
    >
      <Icon name="more" />
    </Button>
  );
}

/** Six dots, as what can be taken hold of has. */
function Grip() {
  return (
    <svg viewBox="0 0 16 16" fill="currentColor" aria-hidden="true" className="size-icon flex-none">
      {[4, 8, 12].flatMap((y) => [6, 10].map((x) => <circle key={`${x}-${y}`} cx={x} cy={y} r="1.2" />))}
    </svg>
  );
}

function inset(level: number): CSSProperties {
  return { paddingInlineStart: `calc(${level - 1} * var(--s3))` };
}

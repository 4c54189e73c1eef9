import { documentLimits } from "@guildhall/docs/client";
import { Extension } from "@tiptap/core";
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { sayBeside } from "./said-beside.ts";

export interface LimitWords {
  readonly deepest: () => string;
  readonly largestTable: () => string;
}

/** What one adds by hand, row by row and level by level, ends where a paste does; what is there stays as it is. */
export function withinLimits(words: LimitWords) {
  return Extension.create({
    name: "withinLimits",
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          key: new PluginKey("withinLimits"),
          filterTransaction: (transaction, { selection }) => {
            if (!transaction.docChanged || isHeard(transaction)) return true;
            const over = overgrown(selection.$head, transaction);
            if (over) queueMicrotask(() => sayBeside(editor.view, [words[over]()]));
            return over === null;
          },
        }),
      ];
    },
  });
}

/** Changes of others, and what one takes back oneself. */
function isHeard(transaction: Transaction): boolean {
  const sync: { isChangeOrigin?: boolean } | undefined = transaction.getMeta(ySyncPluginKey);
  return sync?.isChangeOrigin === true;
}

/** Looked for where the caret comes to stand: all that makes something grow by hand leaves it there. */
export function overgrown($before: ResolvedPos, transaction: Transaction): keyof LimitWords | null {
  const $after = transaction.selection.$head;
  const { rows, columns, cells, depth } = documentLimits;
  const [table, was] = [sizeOf(tableAround($after)), sizeOf(tableAround($before))];
  const isOver = table.rows > rows || table.columns > columns || table.rows * table.columns > cells;
  if (isOver && was.rows > 0 && (table.rows > was.rows || table.columns > was.columns)) return "largestTable";
  // What is pasted was cut to fit already.
  if (transaction.getMeta("paste") || transaction.getMeta("uiEvent") === "drop") return null;
  const deep = listsAround($after);
  return deep > depth && deep > listsAround($before) ? "deepest" : null;
}

function tableAround($pos: ResolvedPos): Node | null {
  for (let depth = $pos.depth; depth > 0; depth--)
    if ($pos.node(depth).type.spec.tableRole === "table") return $pos.node(depth);
  return null;
}

function sizeOf(table: Node | null) {
  return { rows: table?.childCount ?? 0, columns: table?.firstChild?.childCount ?? 0 };
}

const lists = new Set(["bulletList", "orderedList", "taskList"]);

function listsAround($pos: ResolvedPos): number {
  let count = 0;
  for (let depth = $pos.depth; depth > 0; depth--) if (lists.has($pos.node(depth).type.name)) count += 1;
  return count;
}

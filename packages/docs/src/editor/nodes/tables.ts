import type { Extensions } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Plugin, type Transaction } from "@tiptap/pm/state";
import { fixTablesKey } from "@tiptap/pm/tables";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { asSpan } from "../document-attributes.ts";
import type { Holds } from "../holds.ts";

/** Tables whose cells hold blocks. */
export function tableNodes(holds: Holds): Extensions {
  return [
    Table.extend({
      content: holds("table", ["tableRow"]),
      addProseMirrorPlugins() {
        return [...(this.parent?.() ?? []), onlyTheWriterMends];
      },
    }).configure({ resizable: false, allowTableNodeSelection: true }),
    TableRow.extend({ content: holds("tableRow", ["tableCell", "tableHeader"], "*") }),
    TableCell.extend({ addAttributes: cellAttributes }),
    TableHeader.extend({ addAttributes: cellAttributes }),
  ];
}

/**
 * Where a column and a row were added at once, a cell is missing. If every page mended that when it hears of it, each
 * would add a cell, and mend again what the others' cells broke, for ever; so only whoever writes in the table does.
 */
const onlyTheWriterMends = new Plugin({
  filterTransaction: (transaction) => {
    if (!transaction.getMeta(fixTablesKey)) return true;
    const root: Transaction | undefined = transaction.getMeta("appendedTransaction");
    const heard: { isChangeOrigin?: boolean } | undefined = root?.getMeta(ySyncPluginKey);
    return heard?.isChangeOrigin !== true;
  },
});

function cellAttributes() {
  return {
    colspan: span("colspan"),
    rowspan: span("rowspan"),
    colwidth: { default: null, rendered: false, parseHTML: () => null },
  };
}

function span(name: "colspan" | "rowspan") {
  return {
    default: 1,
    parseHTML: (element: HTMLElement) => asSpan(element.getAttribute(name)),
    renderHTML: (attributes: Record<string, unknown>) => {
      const count = asSpan(attributes[name]);
      return count === 1 ? {} : { [name]: count };
    },
  };
}

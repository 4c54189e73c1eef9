import { asSpan, type DocumentNode } from "@guildhall/docs/schemas";
import type { ReactNode } from "react";

/** A row of a table that is shown. */
export function tableRow(
  { content: cells = [] }: DocumentNode,
  at: number,
  blocks: (nodes: readonly DocumentNode[]) => ReactNode,
): ReactNode {
  return (
    <tr key={at}>
      {cells.map(({ type, attrs = {}, content = [] }, place) => {
        const Cell = type === "tableHeader" ? "th" : "td";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a table that is shown never changes its order
          <Cell key={place} colSpan={asSpan(attrs.colspan ?? 1)} rowSpan={asSpan(attrs.rowspan ?? 1)}>
            {blocks(content)}
          </Cell>
        );
      })}
    </tr>
  );
}

import type { CalloutKind, DocumentNode } from "../document-node.ts";

/** The parts that templates are put together from. */
export function page(title: string, ...content: DocumentNode[]): DocumentNode {
  return { type: "doc", content: [{ type: "title", content: words(title) }, ...content] };
}

export function heading(text: string): DocumentNode {
  return { type: "heading", attrs: { level: 2 }, content: words(text) };
}

/** What stands between asterisks is bold. */
export function line(text = ""): DocumentNode {
  const content = words(text);
  return content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" };
}

export function points(...texts: string[]): DocumentNode {
  return { type: "bulletList", content: texts.map((text) => ({ type: "listItem", content: [line(text)] })) };
}

export function steps(...texts: string[]): DocumentNode {
  return {
    type: "orderedList",
    attrs: { start: 1 },
    content: texts.map((text) => ({ type: "listItem", content: [line(text)] })),
  };
}

export function tasks(...texts: string[]): DocumentNode {
  return {
    type: "taskList",
    content: texts.map((text) => ({ type: "taskItem", attrs: { checked: false }, content: [line(text)] })),
  };
}

export function callout(kind: CalloutKind, text: string): DocumentNode {
  return { type: "callout", attrs: { kind }, content: [line(text)] };
}

/** The first row is the head. */
export function table(...rows: (readonly string[])[]): DocumentNode {
  return tableWith(rows, (row) => row === 0);
}

/** What is asked, each with an empty cell for the answer. */
export function facts(...asked: string[]): DocumentNode {
  return tableWith(
    asked.map((name) => [name, ""]),
    (_, column) => column === 0,
  );
}

function tableWith(
  rows: readonly (readonly string[])[],
  isHead: (row: number, column: number) => boolean,
): DocumentNode {
  return {
    type: "table",
    content: rows.map((cells, at) => ({
      type: "tableRow",
      content: cells.map((cell, place) => ({
        type: isHead(at, place) ? "tableHeader" : "tableCell",
        attrs: { colspan: 1, rowspan: 1 },
        content: [line(cell)],
      })),
    })),
  };
}

function words(text: string): DocumentNode[] {
  return text.split(/\*([^*]+)\*/).flatMap((part, at): DocumentNode[] => {
    if (part === "") return [];
    return [{ type: "text", text: part, ...(at % 2 === 1 && { marks: [{ type: "bold" }] }) }];
  });
}

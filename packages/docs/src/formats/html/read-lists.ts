import type { DocumentNode } from "../../editor/document-node.ts";
import { idOf } from "../../editor/safe-address.ts";
import type { HtmlElement, HtmlNode } from "./html-tree.ts";
import type { Reading } from "./reading.ts";

/** A list, or several where boxes to tick stand between other items. */
export function listOf({ tag, attributes, children }: HtmlElement, reading: Reading): DocumentNode[] {
  const items = itemsIn(children);
  const lists: { tasks: boolean; items: DocumentNode[] }[] = [];
  for (const item of items) {
    const box = boxOf(item, reading.options.isMarkdown === true);
    const node: DocumentNode = box
      ? { type: "taskItem", attrs: { checked: box.checked }, content: reading.filled(box.rest) }
      : { type: "listItem", content: reading.filled(item.children) };
    const last = lists.at(-1);
    if (last?.tasks === (box !== null)) last.items.push(node);
    else lists.push({ tasks: box !== null, items: [node] });
  }
  const start = Number.parseInt(attributes.start ?? "1", 10);
  const isNumbered = tag === "ol";
  return lists.map(({ tasks, items: content }) => {
    if (tasks) return { type: "taskList", content };
    if (!isNumbered) return { type: "bulletList", content };
    return { type: "orderedList", attrs: { start: Number.isSafeInteger(start) ? start : 1 }, content };
  });
}

/** A list of tasks as we write it. */
export function tasksOf({ children }: HtmlElement, reading: Reading): DocumentNode[] {
  const content = itemsIn(children).map(
    ({ attributes, children: inner }): DocumentNode => ({
      type: "taskItem",
      attrs: {
        checked: attributes["data-checked"] === "true",
        taskId: idOf(attributes["data-task"]),
        assigneeId: idOf(attributes["data-assignee-id"]),
        assignee: attributes["data-assignee"] ?? null,
        dueOn: /^\d{4}-\d{2}-\d{2}$/.test(attributes["data-due"] ?? "") ? attributes["data-due"] : null,
      },
      content: reading.filled(withoutBox(inner)),
    }),
  );
  return content.length > 0 ? [{ type: "taskList", content }] : [];
}

/** What stands in a list beside its items, as a list below another, belongs to the item before it. */
function itemsIn(children: readonly HtmlNode[]): HtmlElement[] {
  const items: HtmlElement[] = [];
  for (const child of children) {
    if (typeof child === "string") {
      if (child.trim() !== "") items.push({ tag: "li", attributes: {}, children: [child] });
    } else if (child.tag === "li") items.push(child);
    else if (items.length > 0) items[items.length - 1] = joined(items.at(-1), child);
    else items.push({ tag: "li", attributes: {}, children: [child] });
  }
  return items;
}

function joined(item: HtmlElement | undefined, child: HtmlElement): HtmlElement {
  return { tag: "li", attributes: item?.attributes ?? {}, children: [...(item?.children ?? []), child] };
}

/** The box at the start of an item, with what follows it. */
function boxOf({ children }: HtmlElement, isMarkdown: boolean): { checked: boolean; rest: HtmlNode[] } | null {
  const at = children.findIndex((child) => typeof child !== "string" || child.trim() !== "");
  const first = children[at];
  if (first === undefined) return null;
  const after = children.slice(at + 1);
  if (typeof first === "string") {
    const written = isMarkdown ? /^\s*\[([ xX])\](?:\s|$)/.exec(first) : null;
    return written && { checked: written[1] !== " ", rest: [first.slice(written[0].length), ...after] };
  }
  if (isBox(first)) return { checked: "checked" in first.attributes, rest: after };
  if (first.tag !== "p" && first.tag !== "label") return null;
  const inside = boxOf(first, isMarkdown);
  return inside && { checked: inside.checked, rest: [{ ...first, children: inside.rest }, ...after] };
}

function withoutBox(children: readonly HtmlNode[]): HtmlNode[] {
  return children.filter((child) => typeof child === "string" || !isBox(child));
}

function isBox({ tag, attributes }: HtmlElement): boolean {
  return tag === "input" && attributes.type?.toLowerCase() === "checkbox";
}

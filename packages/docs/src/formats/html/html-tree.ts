import { invalid } from "@guildhall/core";
import { Parser } from "htmlparser2";

export interface HtmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
}

export type HtmlNode = HtmlElement | string;

/** Deeper than anybody nests by hand; what is deeper is made to stop whoever reads it. */
const deepest = 400;
const most = 200_000; // elements

/**
 * HTML as a tree that nothing loads or runs in. Throws `docs.file-too-nested` for what is nested without end, and
 * `docs.file-too-long` for more elements than a document could hold.
 */
export function htmlTree(html: string): readonly HtmlNode[] {
  const root: HtmlElement = { tag: "", attributes: {}, children: [] };
  const open = [root];
  let count = 0;
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        count += 1;
        if (open.length > deepest) throw invalid("docs.file-too-nested");
        if (count > most) throw invalid("docs.file-too-long");
        const element: HtmlElement = { tag, attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (text) => {
        const siblings = open.at(-1)?.children ?? [];
        const last = siblings.length - 1;
        const before = siblings[last];
        if (typeof before === "string") siblings[last] = before + text;
        else siblings.push(text);
      },
      onclosetag: () => {
        if (open.length > 1) open.pop();
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true, recognizeSelfClosing: false },
  );
  parser.end(html);
  return root.children;
}

/** What an element says, and all in it. */
export function textIn(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : textIn(node.children))).join("");
}

import { documentSchema, documentText } from "@guildhall/docs/client";
import type { DocumentNode } from "@guildhall/docs/schemas";
import { DOMSerializer } from "@tiptap/pm/model";

/** A document as a page of its own, to be opened anywhere; only its words where it holds what this page has no name for. */
export function copyAsPage(json: DocumentNode): string {
  const { title, body } = documentText(json);
  const page = document.implementation.createHTMLDocument(title);
  const charset = page.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  page.head.prepend(charset);
  page.body.append(contentOf(json, page) ?? asWords(`${title}\n\n${body}`, page));
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}

function contentOf(json: DocumentNode, page: Document): DocumentFragment | null {
  try {
    const node = documentSchema().nodeFromJSON(json);
    const content = page.createDocumentFragment();
    DOMSerializer.fromSchema(node.type.schema).serializeFragment(node.content, { document: page }, content);
    return content;
  } catch (error) {
    if (error instanceof RangeError) return null; // of a later edition
    throw error;
  }
}

function asWords(text: string, page: Document): HTMLElement {
  const words = page.createElement("pre");
  words.textContent = text;
  return words;
}

import { mentioned } from "../editor/document-attributes.ts";
import { documentSchema } from "../editor/document-extensions.ts";
import type { DocumentMark, DocumentNode } from "../editor/document-node.ts";

/** What a document from outside may name here. */
export interface Here {
  readonly knows: (kind: string, id: string) => boolean;
  /** The id under which a picture or file of the import was kept. */
  readonly fileId: (id: string) => string | undefined;
}

/**
 * A document from outside with nothing in it that belongs to another: no threads, no tasks of the suite, nobody who is not
 * here, no files but those that came along, and no part that this edition could not hold.
 */
export function settleForeign(document: DocumentNode, here: Here): DocumentNode {
  const [settled = document] = node(document, here);
  return settled.content ? { ...settled, content: settled.content.map(sound) } : settled;
}

/** What could stand nowhere as it is, in whatever way it is amiss, is the words that it holds. */
function sound(block: DocumentNode): DocumentNode {
  try {
    documentSchema().nodeFromJSON(block).check();
    return block;
  } catch {
    const words = wordsIn(block);
    return {
      type: block.type === "title" ? "title" : "paragraph",
      ...(words && { content: [{ type: "text", text: words }] }),
    };
  }
}

function wordsIn({ text = "", content = [] }: DocumentNode): string {
  return text + content.map(wordsIn).join("");
}

function node(given: DocumentNode, here: Here): DocumentNode[] {
  const { type, attrs = {} } = given;
  const content = given.content?.flatMap((child, at) => {
    const isNamed = type === "doc" && at === 0;
    return node(child.type === "title" && !isNamed ? asHeading(child) : child, here);
  });
  const known = documentSchema().nodes[type];
  if (!known) return content ?? [];
  // Where all that stood in a box stays outside, an empty line is in it.
  const filled = content?.length === 0 && !known.contentMatch.validEnd ? [{ type: "paragraph" }] : content;
  const whole = filled ? { ...given, content: filled } : given;
  if (type === "text") return [withoutThreads(whole, here)];
  if (type === "mention") return [mention(whole, here)];
  if (type === "image" && attrs.fileId) return file(whole, here);
  if (type === "file") return file(whole, here);
  if (type === "taskItem") return [{ ...whole, attrs: { ...attrs, taskId: null, assigneeId: null } }];
  return [whole];
}

/** A document has one title; whatever else claims to be it is a heading. */
function asHeading(title: DocumentNode): DocumentNode {
  return { ...title, type: "heading", attrs: { level: 1 } };
}

function withoutThreads(given: DocumentNode, here: Here): DocumentNode {
  const marks = (given.marks ?? []).filter(({ type }) => type !== "comment" && documentSchema().marks[type]);
  const { marks: _, ...text } = given;
  return marks.length > 0 ? { ...text, marks: marks.map((mark) => linkHere(mark, here)) } : text;
}

/** A link to a file that came along leads to it. */
function linkHere(mark: DocumentMark, here: Here): DocumentMark {
  const href = mark.type === "link" ? String(mark.attrs?.href ?? "") : "";
  const [before, id] = href.split("guildhall-file:");
  const fileId = id === undefined ? undefined : here.fileId(id);
  return fileId ? { ...mark, attrs: { ...mark.attrs, href: `${before}${fileId}` } } : mark;
}

function mention(given: DocumentNode, { knows }: Here): DocumentNode {
  const { attrs = {}, marks } = given;
  if (knows(String(attrs.kind), String(attrs.id))) return given;
  return { type: "text", text: mentioned(attrs) || " ", ...(marks && { marks }) };
}

function file(given: DocumentNode, { fileId }: Here): DocumentNode[] {
  const { type, attrs = {} } = given;
  const own = fileId(String(attrs.fileId));
  if (own) return [{ ...given, attrs: { ...attrs, fileId: own, src: null } }];
  const name = String((type === "image" ? attrs.alt : attrs.name) || attrs.name || "");
  return name === "" ? [] : [{ type: "paragraph", content: [{ type: "text", text: name }] }];
}

import { type Extensions, getSchema, Node } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Code } from "@tiptap/extension-code";
import { Details, DetailsContent, DetailsSummary } from "@tiptap/extension-details";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { Highlight } from "@tiptap/extension-highlight";
import { HorizontalRule } from "@tiptap/extension-horizontal-rule";
import { Italic } from "@tiptap/extension-italic";
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Strike } from "@tiptap/extension-strike";
import { Text } from "@tiptap/extension-text";
import { Underline } from "@tiptap/extension-underline";
import type { Schema } from "@tiptap/pm/model";
import type { DocumentViews } from "./document-views.ts";
import { contentWith, type Holds } from "./holds.ts";
import { commentMark } from "./marks/comment.ts";
import { linkMark } from "./marks/link.ts";
import { calloutNode } from "./nodes/callout.ts";
import { codeBlockNode } from "./nodes/code-block.ts";
import { contentsNode } from "./nodes/contents.ts";
import { fileNode } from "./nodes/file.ts";
import { imageNode } from "./nodes/image.ts";
import { liveBlockNode } from "./nodes/live-block.ts";
import { mentionNode } from "./nodes/mention.ts";
import { tableNodes } from "./nodes/tables.ts";
import { titleNode } from "./nodes/title.ts";
import { opaqueParts } from "./opaque-parts.ts";
import { nothingUnknown, type UnknownParts } from "./unknown-parts.ts";

interface Options {
  /** What `findUnknownParts` found in the document that is to be opened. */
  readonly unknown?: UnknownParts;
  readonly views?: DocumentViews;
  /** Whether a picture may come from there; it is https already. */
  readonly isAllowedImage?: (src: string) => boolean;
  readonly words?: {
    /** Of the button that opens and closes details. */
    readonly toggle: (open: boolean) => string;
    /** Of a task's checkbox. */
    readonly task: (text: string) => string;
  };
}

/** What a document may hold, and nothing else: on the server and in the browser. */
export function documentExtensions({
  unknown = nothingUnknown,
  views = {},
  isAllowedImage = () => true,
  words,
}: Options = {}): Extensions {
  const holds = contentWith(unknown);
  const onlyComments = ["comment", ...unknown.marks.map(({ name }) => name)].join(" ");
  return [
    Node.create({ name: "doc", topNode: true, content: `${holds("doc", [])}title block*` }),
    titleNode(holds("title", ["text"], "*"), onlyComments),
    Paragraph,
    Text,
    Heading.configure({ levels: [1, 2, 3] }),
    Blockquote,
    HorizontalRule,
    HardBreak,
    ...lists(holds, words),
    ...tableNodes(holds),
    ...details(holds, words),
    calloutNode(views),
    codeBlockNode(views, holds("codeBlock", ["text"], "*"), onlyComments),
    imageNode(views, isAllowedImage),
    fileNode(views),
    liveBlockNode(views),
    contentsNode(views),
    mentionNode(views),
    linkMark,
    Bold,
    Italic,
    Underline,
    Strike,
    Highlight.configure({ multicolor: false }),
    // Comments lie over code as over other words.
    Code.extend({ excludes: "bold italic underline strike highlight link code" }),
    commentMark,
    ...opaqueParts(unknown, views),
  ];
}

/** The schema of a document with nothing unknown in it. */
export function documentSchema(): Schema {
  schema ??= getSchema(documentExtensions());
  return schema;
}
let schema: Schema | undefined;

/**
 * Items may begin with any block: two people's changes together may leave one without its first paragraph, and the
 * binding deletes, for everybody, what does not fit.
 */
function lists(holds: Holds, words: Options["words"]): Extensions {
  return [
    BulletList.extend({ content: holds("bulletList", ["listItem"]) }),
    OrderedList.extend({ content: holds("orderedList", ["listItem"]) }),
    ListItem.extend({ content: "block+" }),
    TaskList.extend({ content: holds("taskList", ["taskItem"]) }),
    TaskItem.extend({
      content: "block+",
      addAttributes() {
        return { ...this.parent?.(), ...taskAttributes };
      },
    }).configure({
      nested: true,
      ...(words && { a11y: { checkboxLabel: (node) => words.task(node.firstChild?.textContent ?? "") } }),
    }),
  ];
}

/** The task of the suite that the line is, for whom it is and by when, as last known here. */
const taskAttributes = Object.fromEntries(
  ["taskId", "assigneeId", "assignee", "dueOn"].map((name) => [
    name,
    { default: null, keepOnSplit: false, rendered: false, parseHTML: () => null },
  ]),
);

function details(holds: Holds, words: Options["words"]): Extensions {
  const between = holds("details", []);
  return [
    Details.extend({ content: `${between}detailsSummary ${between}detailsContent ${between}`.trim() }).configure({
      ...(words && {
        renderToggleButton: ({ element, isOpen }) => {
          element.setAttribute("aria-label", words.toggle(isOpen));
          element.setAttribute("aria-expanded", String(isOpen));
        },
      }),
    }),
    DetailsSummary.extend({ content: holds("detailsSummary", ["text"], "*") }),
    DetailsContent,
  ];
}

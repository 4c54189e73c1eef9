import { CodeBlock } from "@tiptap/extension-code-block";
import { codeLanguage } from "../document-attributes.ts";
import type { DocumentViews } from "../document-views.ts";

/** Code in one of a few languages; its colours are a page's affair. */
export function codeBlockNode(views: DocumentViews, content: string, marks: string) {
  return CodeBlock.extend({
    content,
    marks,
    addAttributes: () => ({
      language: {
        default: null,
        parseHTML: (element) => {
          const named = [element, element.firstElementChild].map(
            (each) => each?.className.match(/language-(\w+)/)?.[1],
          );
          return codeLanguage(named.find((each) => each !== undefined));
        },
        // Whatever else was written into it is no class of ours.
        renderHTML: ({ language }) => (codeLanguage(language) ? { "data-language": codeLanguage(language) } : {}),
      },
    }),
    addNodeView: () => views.codeBlock ?? null,
  }).configure({ enableTabIndentation: true, tabSize: 2 });
}

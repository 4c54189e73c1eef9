import { CodeBlockLowlight } from "@tiptap/extension-code-block-lowlight";
import bash from "highlight.js/lib/languages/bash";
import css from "highlight.js/lib/languages/css";
import go from "highlight.js/lib/languages/go";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import markdown from "highlight.js/lib/languages/markdown";
import python from "highlight.js/lib/languages/python";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import { createLowlight } from "lowlight";
import { codeLanguages } from "../document-node.ts";
import type { DocumentViews } from "../document-views.ts";

const languages = { bash, css, go, java, javascript, json, markdown, python, sql, typescript, xml, yaml };

/** Code in one of a few languages, coloured by what its words are. */
export function codeBlockNode(views: DocumentViews, content: string, marks: string) {
  return CodeBlockLowlight.extend({
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
  }).configure({ lowlight: createLowlight(languages), enableTabIndentation: true, tabSize: 2 });
}

const aliases: Readonly<Record<string, string>> = {
  js: "javascript",
  ts: "typescript",
  html: "xml",
  sh: "bash",
  py: "python",
  yml: "yaml",
  md: "markdown",
};

/** A language that can be coloured; null for any other. */
export function codeLanguage(value: unknown): string | null {
  const name = typeof value === "string" ? value.toLowerCase() : "";
  return codeLanguages.find((each) => each === (aliases[name] ?? name)) ?? null;
}

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

const lowlight = createLowlight({
  bash,
  css,
  go,
  java,
  javascript,
  json,
  markdown,
  python,
  sql,
  typescript,
  xml,
  yaml,
});

export interface Coloured {
  readonly from: number;
  readonly to: number;
  readonly classes: string;
}

type Tree = ReturnType<typeof lowlight.highlight>["children"][number];

/** The parts of a piece of code that have a colour, by their place in it. */
export function colouredParts(language: string, code: string): readonly Coloured[] {
  const parts: Coloured[] = [];
  let at = 0;
  const look = (node: Tree, classes: readonly string[]) => {
    if (node.type === "text") {
      if (classes.length > 0) parts.push({ from: at, to: at + node.value.length, classes: classes.join(" ") });
      at += node.value.length;
    } else if (node.type === "element") {
      const own = node.properties.className;
      const inner = Array.isArray(own) ? [...classes, ...own.map(String)] : classes;
      for (const child of node.children) look(child, inner);
    }
  };
  for (const child of lowlight.highlight(language, code).children) look(child, []);
  return parts;
}

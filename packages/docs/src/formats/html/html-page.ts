import type { Chapter, Writing } from "../writing.ts";
import { escapeHtml, tag } from "./html-text.ts";
import { pageStyle } from "./page-style.ts";
import { writeHtml } from "./write-html.ts";

/**
 * Documents as one page that needs nothing else: its style is in it, it runs no script and asks nobody for anything but
 * the pictures that lie in it or beside it.
 */
export function htmlPage(chapters: readonly Chapter[], writing: Writing): string {
  const title = chapters[0]?.title || writing.words.untitled;
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data: 'self' file:; base-uri 'none'; form-action 'none'";
  const head = [
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="referrer" content="no-referrer">`,
    `<meta name="generator" content="Guildhall">`,
    tag("title", {}, escapeHtml(title)),
    `<style>${pageStyle}</style>`,
  ].join("\n");
  const words = chapters.map(({ id, json }) => tag("section", { id: `d-${id}` }, writeHtml(json, writing, `d-${id}`)));
  const list =
    chapters.length > 1
      ? tag(
          "nav",
          { class: "chapters", "aria-label": writing.words.contents },
          chapters
            .map(({ id, title: name, depth }) =>
              tag(
                "a",
                { href: `#d-${id}`, "data-depth": Math.min(depth, 5) },
                escapeHtml(name || writing.words.untitled),
              ),
            )
            .join("\n"),
        )
      : "";
  return `<!doctype html>\n<html lang="${writing.locale}">\n<head>\n${head}\n</head>\n<body>\n${list}\n<main>\n${words.join("\n")}\n</main>\n</body>\n</html>\n`;
}

/** Whether somebody wrote it as Markdown: one sign that plain text does not have by chance. */
export function isMarkdown(text: string): boolean {
  return signs.some((sign) => sign.test(text));
}

const signs = [
  /^#{1,6} \S/m,
  /^```/m,
  /^\s*[-*+] \[[ x]\] /im,
  /^\s*(?:[-*+]|\d+\.) \S.*\n\s*(?:[-*+]|\d+\.) \S/m,
  /^> \S/m,
  /^\|.+\|\s*\n\|[\s:|-]+\|/m,
  /\*\*[^*\n]+\*\*/,
  /\[[^\]\n]+\]\((?:https?:|\/)[^)\s]+\)/,
];

/** As HTML, which is then read as any other that is pasted: what the document has no place for does not come in. */
export async function htmlOfMarkdown(text: string): Promise<string> {
  const { Marked } = await import("marked");
  return new Marked({ gfm: true, breaks: false, async: false }).parse(text, { async: false });
}

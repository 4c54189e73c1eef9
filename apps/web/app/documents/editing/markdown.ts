/** As much of a text as is looked at: who writes Markdown, begins with it. */
const looked = 20_000;

/** Whether somebody wrote it as Markdown: one sign that plain text does not have by chance. */
export function isMarkdown(text: string): boolean {
  const beginning = text.slice(0, looked);
  return signs.some((sign) => sign.test(beginning));
}

// None looks past the end of its line and the next, or at a place twice: whatever is pasted, they are quick.
const signs = [
  /^#{1,6} \S/m,
  /^```/m,
  /^[ \t]*[-*+] \[[ x]\] /im,
  /^[ \t]*(?:[-*+]|\d{1,9}\.) \S.*\r?\n[ \t]*(?:[-*+]|\d{1,9}\.) \S/m,
  /^> \S/m,
  /^\|.+\|[ \t]*\r?\n\|[ \t:|-]+\|/m,
  /\*\*[^*\n]+\*\*/,
  /\[[^[\]\n]{1,500}\]\((?:https?:|\/)[^()\s]{1,2000}\)/,
];

/**
 * As HTML, which is then read as any other that is pasted: what the document has no place for does not come in. Nested
 * deeper than anybody writes, signs are words.
 */
export async function htmlOfMarkdown(text: string): Promise<string> {
  const { default: MarkdownIt } = await import("markdown-it");
  const html = new MarkdownIt({ html: true, linkify: false, breaks: false, maxNesting: 40 }).render(text);
  return html.replace(/<li>(\s*<p>)?\[([ xX])\]\s/g, (_, line, box) => {
    return `<li>${line ?? ""}<input type="checkbox"${box === " " ? "" : " checked"}>`;
  });
}

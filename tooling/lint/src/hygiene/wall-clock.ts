import ts from "typescript";
import { wallClock } from "../migrations/rules.ts";
import { lineAt, type SourceFile } from "../source-files.ts";

/** Files whose SQL may ask the database for the time, each with its reason. Everything else takes ctx.clock. */
export const mayReadTheClock: Readonly<Record<string, string>> = {
  "packages/jobs/src/tasks/keep-alive.ts": "workers on machines whose clocks differ compare signs of life",
  "packages/jobs/src/test/remembered.ts": "tests make what waits due at once, past the product",
};

/** Lines where SQL in a file reads the database's clock. */
export function wallClockLines({ path, text }: SourceFile): number[] {
  if (!wallClock.test(text)) return [];
  const lines: number[] = [];
  const visit = (node: ts.Node): void => {
    if (isSql(node) && wallClock.test(spokenBy(node))) lines.push(lineAt(text, node.getStart()));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return lines;
}

/** A sql template, sql.raw("…"), or the text given to pool.query("…"). */
function isSql(node: ts.Node): boolean {
  if (ts.isTaggedTemplateExpression(node)) return /^sql\b/.test(node.tag.getText());
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return false;
  return ts.isCallExpression(node.parent) && /\.(?:query|raw)$/.test(node.parent.expression.getText());
}

/** What the text itself says; `${now()}` between its parts is ours, and may be the tenant's clock. */
function spokenBy(node: ts.Node): string {
  const template = ts.isTaggedTemplateExpression(node) ? node.template : node;
  if (ts.isStringLiteralLike(template)) return template.text;
  if (!ts.isTemplateExpression(template)) return "";
  return [template.head, ...template.templateSpans.map((span) => span.literal)].map((part) => part.text).join(" ? ");
}

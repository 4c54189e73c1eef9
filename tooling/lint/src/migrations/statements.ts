import { lineAt } from "../source-files.ts";

export interface Statement {
  /** Lower case, single spaces, no comments; literals and the bodies of functions are emptied, as they do not run now. */
  text: string;
  /** The same with bodies and literals. */
  whole: string;
  line: number;
  /** Why it is safe, where the line before it says `-- contract: …`; empty if it gives no reason. */
  contract: string | undefined;
}

const token = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|;|[^;'"$/-]+|[\s\S]/g;

/** Splits a migration into its statements. */
export function statements(sql: string): Statement[] {
  const found: Statement[] = [];
  let [text, whole, start] = ["", "", -1];
  const end = () => {
    if (start >= 0)
      found.push({ text: tidy(text), whole: tidy(whole), line: lineAt(sql, start), contract: contract(sql, start) });
    [text, whole, start] = ["", "", -1];
  };
  for (const { 0: part, index } of sql.matchAll(token)) {
    if (part === ";") {
      end();
      continue;
    }
    const isComment = part.startsWith("--") || part.startsWith("/*");
    if (start < 0 && !isComment && part.trim() !== "") start = index + part.search(/\S/);
    whole += isComment ? " " : part;
    text += isComment ? " " : withoutContent(part, text);
  }
  end();
  return found;
}

/** A `do` block runs at once, so its body counts; a function's does not. */
function withoutContent(part: string, before: string): string {
  if (part.startsWith("'")) return "''";
  if (!/^\$\w*\$/.test(part)) return part;
  return /^\s*do\b/i.test(before) ? part.replaceAll(/\$\w*\$/g, " ") : "''";
}

const tidy = (sql: string) => sql.replaceAll(/\s+/g, " ").trim().toLowerCase();

function contract(sql: string, start: number): string | undefined {
  const before = sql.slice(0, start).split("\n").at(-2) ?? "";
  return /^\s*--\s*contract:(.*)$/.exec(before)?.[1]?.trim();
}

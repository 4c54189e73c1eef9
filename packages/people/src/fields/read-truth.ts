const yes: ReadonlySet<string> = new Set(["yes", "y", "true", "t", "1", "on", "x", "✓", "✔", "是", "对", "有", "真"]);
const no: ReadonlySet<string> = new Set([
  "no",
  "n",
  "false",
  "f",
  "0",
  "off",
  "-",
  "✗",
  "✘",
  "否",
  "不",
  "无",
  "没有",
  "假",
]);

/** Yes or no as both languages and machines write it; undefined for anything else. */
export function readTruth(text: string): boolean | undefined {
  const word = text.normalize("NFKC").trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

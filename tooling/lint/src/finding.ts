/** One place that breaks one rule. `file` is relative to the checked folder. */
export interface Finding {
  rule: string;
  file: string;
  line?: number;
  message: string;
}

/** Prints what a check found and fails the process if that is anything. */
export function report(findings: Finding[]): void {
  for (const { rule, file, line, message } of sorted(findings)) {
    console.log(`${file}${line === undefined ? "" : `:${line}`}  ${rule}\n    ${message}`);
  }
  if (findings.length === 0) return;
  console.log(`\n${findings.length} found`);
  process.exitCode = 1;
}

function sorted(findings: Finding[]): Finding[] {
  const place = ({ file, line = 0, rule }: Finding) => `${file}:${String(line).padStart(6, "0")}:${rule}`;
  return findings.toSorted((a, b) => place(a).localeCompare(place(b)));
}

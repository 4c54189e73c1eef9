import { type Finding, report } from "./finding.ts";
import { testRules } from "./hygiene/test-rules.ts";
import { mayReadTheClock, wallClockLines } from "./hygiene/wall-clock.ts";
import { root } from "./root.ts";
import { isTest, type SourceFile, sourceFiles } from "./source-files.ts";

/** Tests neither mock nor sleep nor hide, and business SQL lives by the tenant's clock. */
export function checkHygiene(top: string, clockReaders: Readonly<Record<string, string>> = mayReadTheClock): Finding[] {
  const files = sourceFiles(top);
  const business = files.filter(({ path }) => path.startsWith("packages/") && !isTest(path));
  return [
    ...files.filter(({ path }) => isTest(path)).flatMap(testFindings),
    ...business.filter(({ path }) => !(path in clockReaders)).flatMap(clockFindings),
    ...Object.keys(clockReaders).filter(isIdle(files)).map(idleAllowance),
  ];
}

function testFindings({ path, text }: SourceFile): Finding[] {
  return text
    .split("\n")
    .flatMap((code, index) =>
      testRules
        .filter(({ pattern }) => pattern.test(code) && !/^\s*(?:\/\/|\/?\*)/.test(code))
        .map(({ name, instead }) => ({ rule: name, file: path, line: index + 1, message: instead })),
    );
}

function clockFindings(file: SourceFile): Finding[] {
  const message =
    "business SQL takes ctx.clock's time as a parameter; platform SQL that may not is named in hygiene/wall-clock.ts";
  return wallClockLines(file).map((line) => ({ rule: "no-wall-clock-in-sql", file: file.path, line, message }));
}

const isIdle = (files: SourceFile[]) => (path: string) => {
  const file = files.find((each) => each.path === path);
  return !file || wallClockLines(file).length === 0;
};

const idleAllowance = (file: string): Finding => ({
  rule: "idle-allowance",
  file,
  message: "reads no clock any more: take it off the list in hygiene/wall-clock.ts",
});

if (import.meta.main) report(checkHygiene(root));

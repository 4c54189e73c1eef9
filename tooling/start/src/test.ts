import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { build, isBuilt } from "./ensure-built.ts";
import { say, step } from "./progress.ts";
import { root } from "./root.ts";
import { runCommand } from "./run-command.ts";
import { openTestHall } from "./test-hall.ts";

const reports = join(root, ".cache/reports");

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * `npm test`: pure and database tests, then every journey in a real browser against one server. With --all every
 * combination of language, theme and width, and the long runs; of the combinations, --project=zh-CN-dark-390 runs that
 * one. Other words narrow it down to the files they match.
 */
export async function test(parameters: readonly string[]): Promise<void> {
  const all = parameters.includes("--all");
  const names = parameters.filter((parameter) => !parameter.startsWith("--"));
  const projects = parameters.filter((parameter) => parameter.startsWith("--project="));
  const env: Record<string, string> = all ? { GUILDHALL_ALL: "1" } : {};
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  if (!isBuilt()) await step("Building the web app", build);

  const codes = [await runVitest(names, env)];
  const counts = [vitestCounts()];
  for (const suite of ["packages/testing", "apps/web"]) {
    codes.push(await runPlaywright(suite, [...names, ...projects], env));
    counts.push(playwrightCounts(suite));
  }

  const total = counts.reduce((sum, each) => ({
    passed: sum.passed + each.passed,
    failed: sum.failed + each.failed,
    skipped: sum.skipped + each.skipped,
  }));
  say(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ""}`);
  process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
}

function runVitest(names: readonly string[], env: Record<string, string>): Promise<number> {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  return runCommand(
    process.execPath,
    [
      vitest,
      "run",
      "--passWithNoTests",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${join(reports, "vitest.json")}`,
      ...names,
    ],
    { env },
  );
}

/** One suite of browser tests; the web app's runs against a hall of its own, opened for it and thrown away. */
async function runPlaywright(suite: string, asked: readonly string[], env: Record<string, string>): Promise<number> {
  const hall = suite === "apps/web" ? await step("Opening a hall for the browser", openTestHall) : null;
  try {
    const playwright = join(root, "packages/testing/node_modules/@playwright/test/cli.js");
    return await runCommand(
      process.execPath,
      [playwright, "test", "--reporter=line,json", "--pass-with-no-tests", ...asked],
      {
        cwd: join(root, suite),
        env: { ...env, ...(hall && { BASE_URL: hall.address }), PLAYWRIGHT_JSON_OUTPUT_NAME: reportOf(suite) },
      },
    );
  } finally {
    await hall?.close();
  }
}

function reportOf(suite: string): string {
  return join(reports, `${suite.replace("/", "-")}.json`);
}

function vitestCounts(): Counts {
  const report = z
    .object({ numPassedTests: z.int(), numFailedTests: z.int(), numPendingTests: z.int() })
    .parse(readReport(join(reports, "vitest.json")));
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

function playwrightCounts(suite: string): Counts {
  const { stats } = z
    .object({ stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }) })
    .parse(readReport(reportOf(suite)));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

function readReport(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

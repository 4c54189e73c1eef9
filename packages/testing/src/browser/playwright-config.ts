import { basename, isAbsolute, join, relative } from "node:path";
import { env } from "node:process";
import type { PlaywrightTestConfig, Project } from "@playwright/test";
import { type Combination, combinations, nameOf } from "./combination.ts";
import { cache, repository } from "./folders.ts";
import { prepareChromium } from "./prepare-chromium.ts";

/**
 * The configuration of a browser suite, for `export default await playwrightConfig(…)`.
 * `testDir` is absolute and holds `*.spec.ts`. With GUILDHALL_ALL=1 each test runs in every combination; with
 * GUILDHALL_TRACE=1 what a failed test did is kept step by step.
 */
export async function playwrightConfig({
  testDir,
  baseURL,
}: {
  testDir: string;
  baseURL?: string;
}): Promise<PlaywrightTestConfig<{ combination: Combination }>> {
  if (!isAbsolute(testDir)) throw new Error(`testDir must be absolute: ${testDir}`);
  const { GUILDHALL_ALL, GUILDHALL_TRACE } = env;
  const all = GUILDHALL_ALL === "1";
  return {
    testDir,
    testMatch: "**/*.spec.ts",
    // A folder for each suite: Playwright empties it when it starts.
    outputDir: join(cache, "test-results", relative(repository, testDir).replaceAll("/", "-") || basename(testDir)),
    reporter: "line",
    workers: 2,
    retries: 0,
    forbidOnly: true,
    // Every combination takes an hour: its machine may be at other work meanwhile.
    timeout: all ? 120_000 : 30_000,
    expect: { timeout: all ? 20_000 : 5_000 },
    use: {
      ...(baseURL ? { baseURL } : {}),
      launchOptions: await prepareChromium(),
      contextOptions: { reducedMotion: "reduce" },
      actionTimeout: all ? 30_000 : 10_000,
      navigationTimeout: all ? 45_000 : 15_000,
      screenshot: "only-on-failure",
      // Each step's picture of the page costs a third of the suite's time.
      trace: GUILDHALL_TRACE === "1" ? { mode: "retain-on-failure", screenshots: false } : "off",
    },
    projects: all ? everyCombination() : [{ name: "gate" }],
  };
}

function everyCombination(): Project<{ combination: Combination }>[] {
  return combinations.map((combination) => ({ name: nameOf(combination), use: { combination } }));
}

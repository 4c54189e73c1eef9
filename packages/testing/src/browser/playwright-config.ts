import { basename, isAbsolute, join, relative } from "node:path";
import { env } from "node:process";
import type { PlaywrightTestConfig, Project } from "@playwright/test";
import { type Combination, combinations, nameOf } from "./combination.ts";
import { cache, repository } from "./folders.ts";
import { prepareChromium } from "./prepare-chromium.ts";

/**
 * The configuration of a browser suite, for `export default await playwrightConfig(…)`.
 * `testDir` is absolute and holds `*.spec.ts`. With GUILDHALL_ALL=1 each test runs in every combination.
 */
export async function playwrightConfig({
  testDir,
  baseURL,
}: {
  testDir: string;
  baseURL?: string;
}): Promise<PlaywrightTestConfig<{ combination: Combination }>> {
  if (!isAbsolute(testDir)) throw new Error(`testDir must be absolute: ${testDir}`);
  return {
    testDir,
    testMatch: "**/*.spec.ts",
    // A folder for each suite: Playwright empties it when it starts.
    outputDir: join(cache, "test-results", relative(repository, testDir).replaceAll("/", "-") || basename(testDir)),
    reporter: "line",
    workers: 2,
    retries: 0,
    forbidOnly: true,
    timeout: 30_000,
    expect: { timeout: 5_000 },
    use: {
      ...(baseURL ? { baseURL } : {}),
      launchOptions: await prepareChromium(),
      contextOptions: { reducedMotion: "reduce" },
      actionTimeout: 10_000,
      navigationTimeout: 15_000,
      trace: { mode: "retain-on-failure", screenshots: false },
    },
    // biome-ignore lint/style/noProcessEnv: the gate's own switch, not a setting of the product.
    projects: env.GUILDHALL_ALL === "1" ? everyCombination() : [{ name: "gate" }],
  };
}

function everyCombination(): Project<{ combination: Combination }>[] {
  return combinations.map((combination) => ({ name: nameOf(combination), use: { combination } }));
}

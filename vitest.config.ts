import { defineConfig } from "vitest/config";

const sources = ["packages/*/src/**", "apps/*/**", "tooling/*/src/**"];
const ignored = ["**/node_modules/**", "**/build/**", "tooling/lint/fixtures/**"];
const onDatabase = {
  environment: "node",
  globalSetup: ["packages/testing/src/cluster.ts"],
} as const;

/**
 * Pure tests run at once; database tests share one PostgreSQL, each file in a database of its own. Files share what
 * they import: nothing in the product keeps state in a module, so a file finds nothing of the one before it.
 */
export default defineConfig({
  test: {
    reporters: ["default"],
    maxWorkers: 3, // some wait for what was killed, or for a clock
    isolate: false,
    // For what hangs: how fast something is, benchmarks tell.
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000, interval: 20 } },
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: sources.map((source) => `${source}/*.test.{ts,tsx}`),
          exclude: [...ignored, "**/*.db.test.ts"],
          environment: "node",
        },
      },
      {
        extends: true,
        test: {
          ...onDatabase,
          name: "apps", // projects run in the order of their names: the longest file is begun among the first
          include: ["apps/web/test/*.db.test.ts"],
          exclude: ignored,
          env: { NODE_ENV: "production" }, // the built pages, as they are served
        },
      },
      {
        extends: true,
        test: {
          ...onDatabase,
          name: "db",
          include: sources.map((source) => `${source}/*.db.test.ts`),
          exclude: [...ignored, "apps/web/test/**"],
        },
      },
    ],
  },
});

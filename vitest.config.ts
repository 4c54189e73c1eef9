import { defineConfig } from "vitest/config";

const sources = ["packages/*/src/**", "apps/*/**", "tooling/*/src/**"];
const ignored = ["**/node_modules/**", "**/build/**", "tooling/lint/fixtures/**"];

/** Pure tests run at once; database tests share one PostgreSQL, each file in a database of its own. */
export default defineConfig({
  test: {
    reporters: ["default"],
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "pure",
          include: sources.map((source) => `${source}/*.test.{ts,tsx}`),
          exclude: [...ignored, "**/*.db.test.ts"],
          environment: "node",
        },
      },
      {
        test: {
          name: "db",
          include: sources.map((source) => `${source}/*.db.test.ts`),
          exclude: ignored,
          environment: "node",
          globalSetup: ["packages/testing/src/cluster.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

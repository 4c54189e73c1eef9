import { defineConfig } from "vitest/config";

// The fixtures hold test files that break the rules on purpose.
export default defineConfig({ test: { include: ["src/**/*.test.ts"], testTimeout: 30_000 } });

import { join } from "node:path";
import { root } from "./root.ts";

/** A check is a program that says nothing of interest when all is well, and fails when it is not. */
export interface Check {
  name: string;
  script: string;
  args: string[];
}

const installed = (path: string) => join(root, "node_modules", path);
const ours = (file: string) => join(import.meta.dirname, file);

export const checks: readonly Check[] = [
  {
    name: "biome",
    script: installed("@biomejs/biome/bin/biome"),
    args: ["ci", "--colors=off", "--error-on-warnings", "--max-diagnostics=200", "."],
  },
  { name: "types", script: installed("typescript/bin/tsc"), args: ["-p", "tsconfig.json", "--pretty", "false"] },
  { name: "boundaries", script: ours("boundaries.ts"), args: [] },
  {
    name: "knip",
    script: join(root, "tooling/lint/node_modules/knip/bin/knip.js"),
    args: ["--no-progress", "--config", ours("knip-config.ts"), "--no-config-hints"],
  },
  { name: "messages", script: ours("messages.ts"), args: [] },
  { name: "compose", script: ours("compose.ts"), args: [] },
  { name: "migrations", script: ours("migrations.ts"), args: [] },
  { name: "hygiene", script: ours("hygiene.ts"), args: [] },
];

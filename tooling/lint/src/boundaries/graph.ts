import "./lend-typescript.ts";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ICruiseResult, IForbiddenRuleType } from "dependency-cruiser";

/** Reads every import of the workspace, type imports included, and judges them by the rules. */
export async function readImports(root: string, forbidden: IForbiddenRuleType[]): Promise<ICruiseResult> {
  // Loaded late: it looks for its TypeScript while it is being imported.
  const { cruise, getAvailableTranspilers } = await import("dependency-cruiser");
  if (!getAvailableTranspilers().some(({ name, available }) => name === "typescript" && available)) {
    throw new Error("dependency-cruiser has no TypeScript: it would read nothing and pass everything");
  }
  const { output } = await cruise(
    ["apps", "packages", "tooling"].filter((kind) => existsSync(join(root, kind))),
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden },
      doNotFollow: { path: "node_modules" },
      exclude: { path: ["(^|/)(build|\\.data|paraglide)/", "^tooling/lint/fixtures/"] },
      tsPreCompilationDeps: true,
    },
    {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".css"],
    },
  );
  if (typeof output === "string") throw new Error(`dependency-cruiser answered with text: ${output}`);
  return output;
}

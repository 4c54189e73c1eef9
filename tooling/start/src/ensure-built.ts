import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";
import { runCommand } from "./run-command.ts";

const stamp = join(root, "apps/web/build/.sources");
const sources = [
  "apps/web/app/**/*",
  "apps/web/public/**/*",
  "apps/web/*.ts",
  "apps/web/package.json",
  "packages/*/src/**/*",
  "packages/*/package.json",
  "packages/i18n/messages/**/*",
  "packages/i18n/project.inlang/settings.json",
  "pnpm-lock.yaml",
];

/** Whether the web app is built from the sources as they are. */
export function isBuilt(): boolean {
  try {
    return readFileSync(stamp, "utf8") === fingerprint();
  } catch {
    return false;
  }
}

/** Compiles the messages and builds the web app through Turborepo, whose cache knows every state it has built. */
export async function build(): Promise<void> {
  await turbo("build");
  writeFileSync(stamp, fingerprint());
}

/** Compiles the message catalogues, which type checks and tests need. */
export async function compileMessages(): Promise<void> {
  await turbo("messages");
}

async function turbo(task: string): Promise<void> {
  const { devEngines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    devEngines: { packageManager: { name: string; version: string } };
  };
  const { name, version } = devEngines.packageManager;
  // Turborepo wants the package manager on the PATH; npx puts it there, from its cache once it was used.
  const code = await runCommand(
    "npx",
    ["-y", "--prefer-offline", "-p", `${name}@${version}`, "--", "turbo", "run", task, "--output-logs=errors-only"],
    { quiet: true, env: { TURBO_TELEMETRY_DISABLED: "1" } },
  );
  if (code !== 0) throw new Error(`turbo run ${task} failed; its output is above.`);
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const files = globSync([...sources], {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => entry.name === "paraglide" || entry.name === "node_modules",
  });
  const paths = files.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest("hex");
}

import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";
import { runCommand } from "./run-command.ts";

/** What is made from sources, and the file beside it that says from which. */
interface Made {
  readonly stamp: string;
  readonly sources: readonly string[];
}

const messages: Made = {
  stamp: join(root, "packages/i18n/src/paraglide/.sources"),
  sources: ["packages/i18n/messages/**/*", "packages/i18n/project.inlang/settings.json", "packages/i18n/package.json"],
};
const webApp: Made = {
  stamp: join(root, "apps/web/build/.sources"),
  sources: [
    ...messages.sources,
    "apps/web/app/**/*",
    "apps/web/public/**/*",
    "apps/web/*.ts",
    "apps/web/package.json",
    "packages/*/src/**/*",
    "packages/*/package.json",
    "pnpm-lock.yaml",
  ],
};

/** Whether the web app is built from the sources as they are. */
export function isBuilt(): boolean {
  return isCurrent(webApp);
}

/** Builds the web app, and the messages for it, through Turborepo, whose cache knows every state it has built. */
export async function build(): Promise<void> {
  await turbo("build");
  writeFileSync(messages.stamp, fingerprint(messages));
  writeFileSync(webApp.stamp, fingerprint(webApp));
}

/** Whether the compiled messages are those of the catalogues as they are. */
export function areMessagesCompiled(): boolean {
  return isCurrent(messages);
}

/** Compiles the message catalogues, without which no package that speaks can be loaded. Asks no network for anything. */
export async function compileMessages(): Promise<void> {
  const code = await runCommand("npm", ["run", "--silent", "messages"], {
    cwd: join(root, "packages/i18n"),
    quiet: true,
  });
  if (code !== 0) throw new Error("The messages could not be compiled; the output is above.");
  writeFileSync(messages.stamp, fingerprint(messages));
}

function isCurrent(made: Made): boolean {
  try {
    return readFileSync(made.stamp, "utf8") === fingerprint(made);
  } catch {
    return false;
  }
}

async function turbo(task: "build"): Promise<void> {
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

function fingerprint({ sources }: Made): string {
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

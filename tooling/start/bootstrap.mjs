// Runs on whatever Node there is (20 or later), with nothing installed. Installs if needed, then hands over to the
// Node that the workspace brings along, so that everything after this line runs on one version.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
const ownNode = join(
  root,
  process.platform === "win32" ? "node_modules/node/bin/node.exe" : "node_modules/node/bin/node",
);
const stamp = join(root, "node_modules/.guildhall-install");
const [command = "start", ...rest] = process.argv.slice(2);

if (Number(process.versions.node.split(".")[0]) < 20)
  fail(`Guildhall needs Node 20 or later to start; this is ${process.version}.`);
if (!isInstalled()) install();
run();

/** Whether what is installed is what the lock file and every package.json ask for. */
function isInstalled() {
  return existsSync(ownNode) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted();
}

function install() {
  const manager = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).devEngines.packageManager;
  process.stdout.write(
    `  Installing packages with ${manager.name} ${manager.version} (the first time takes a minute) …\n`,
  );
  const done = spawnSync(
    "npx",
    [
      "-y",
      `${manager.name}@${manager.version}`,
      "install",
      "--frozen-lockfile",
      "--prefer-offline",
      "--reporter=append-only",
    ],
    {
      cwd: root,
      shell: process.platform === "win32",
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, CI: "1" },
      encoding: "utf8",
      maxBuffer: 1 << 28,
    },
  );
  if (done.error || done.status !== 0) {
    process.stderr.write(`${done.stdout ?? ""}${done.stderr ?? ""}`);
    fail("The packages could not be installed. The lines above say why; the first time needs a network.");
  }
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(stamp, wanted());
}

function wanted() {
  const hash = createHash("sha256");
  const manifests = ["apps", "packages", "tooling"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name, "package.json")),
  );
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", ...manifests])
    if (existsSync(join(root, file))) hash.update(readFileSync(join(root, file)));
  return `${hash.digest("hex")} ${process.platform} ${process.arch}`;
}

function run() {
  const child = spawn(
    ownNode,
    ["--disable-warning=ExperimentalWarning", join(root, "tooling/start/src/main.ts"), command, ...rest],
    {
      cwd: process.cwd(),
      stdio: "inherit",
      env: {
        // What was compiled once is not compiled again by every process that follows: a second less for each.
        NODE_COMPILE_CACHE: join(root, ".cache/compiled"),
        ...process.env,
        PATH: `${join(root, "node_modules/.bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`,
      },
    },
  );
  // A terminal sends Ctrl-C to the child as well; others signal us alone.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

function fail(message) {
  process.stderr.write(`\n  ${message}\n`);
  process.exit(1);
}

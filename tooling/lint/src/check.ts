import { parseArgs } from "node:util";
import { checks } from "./checks.ts";
import { acceptMigrations } from "./migrations/checksums.ts";
import { readMigrations } from "./migrations/folder.ts";
import { root } from "./root.ts";
import { type Result, runChecks } from "./run-checks.ts";

// check.ts [NAME...]            all checks, or those named
// check.ts --accept-migrations  the migrations are released: from now on they may not change
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "accept-migrations": { type: "boolean", default: false } },
});

if (values["accept-migrations"]) accept();
else await check(positionals);

function accept(): void {
  const added = acceptMigrations(root, readMigrations(root));
  console.log(added.length === 0 ? "nothing new" : `recorded ${added.join(", ")}`);
}

async function check(names: string[]): Promise<void> {
  const unknown = names.filter((name) => !checks.some((each) => each.name === name));
  if (unknown.length > 0) {
    console.error(`no check is called ${unknown.join(", ")}; there are ${checks.map(({ name }) => name).join(", ")}`);
    process.exit(2);
  }
  const wanted = checks.filter(({ name }) => names.length === 0 || names.includes(name));
  const results = await runChecks(wanted, 2, tell);
  const failed = results.filter(({ passed }) => !passed).map(({ name }) => name);
  console.log(
    failed.length === 0
      ? `\nall ${results.length} checks pass`
      : `\n${failed.length} of ${results.length} fail: ${failed.join(", ")}`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
}

function tell({ name, passed, seconds, output }: Result): void {
  console.log(`${passed ? "ok  " : "FAIL"}  ${name.padEnd(10)}  ${seconds.toFixed(1).padStart(5)} s`);
  if (!passed) console.log(output.replaceAll(/^/gm, "      "));
}

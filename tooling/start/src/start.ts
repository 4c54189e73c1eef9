import { openDatabase } from "@guildhall/db";
import { migrate } from "@guildhall/db/migrate";
import { demoSignIns, isEmpty, loadDemo } from "@guildhall/demo";
import { openBuiltServer } from "@guildhall/web/server";
import { build, isBuilt } from "./ensure-built.ts";
import { openInstallation } from "./installation.ts";
import { listenOnFreePort } from "./listen-on-free-port.ts";
import { say, step } from "./progress.ts";

/** `npm start`: everything from a bare checkout to a page, and the same again in seconds. */
export async function start(): Promise<void> {
  say("\n  Guildhall 会馆\n");
  if (!isBuilt()) await step("Building the web app", build);
  const { config, urls, embedded } = await step("Opening the database", openInstallation);
  await step("Bringing it up to date", () => migrate(urls.owner, urls.jobs));
  const database = openDatabase(urls, { poolSize: 4 });
  if (config.embedded && (await isEmpty(database))) await step("Loading demo data", () => loadDemo(database));
  await database.close();

  const { server, close } = await openBuiltServer({ config, ...(embedded && { embeddedOwnerUrl: embedded.ownerUrl }) });
  let leaving = false;
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    say("\n  Closing: finishing what is under way …");
    await close();
    await embedded?.stop();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void leave());

  const port = await listenOnFreePort(server, config.PORT, config.HOST);
  if (port !== config.PORT) say(`\n  Port ${config.PORT} is taken; this is ${port}.`);
  greet(config.PUBLIC_URL ?? `http://localhost:${port}`, config.embedded);
}

function greet(address: string, embedded: boolean): void {
  say(`\n  Open  ${address}\n`);
  if (!embedded) return;
  say("  Sign in with one of these (password for all: guildhall-demo):");
  for (const { email, what } of demoSignIns) say(`    ${email.padEnd(26)} ${what}`);
  say(
    `\n  Mail that would be sent is at ${address}/dev/mail, the UI kit at ${address}/dev/ui. Ctrl-C closes the hall.\n`,
  );
}

import { openDatabase } from "@guildhall/db";
import { migrate } from "@guildhall/db/migrate";
import { isEmpty, loadDemo } from "@guildhall/demo";
import { openDevServer } from "@guildhall/web/dev-server";
import { openInstallation } from "./installation.ts";
import { listenOnFreePort } from "./listen-on-free-port.ts";
import { say, step } from "./progress.ts";

/** `pnpm dev`: the loop, with hot reload. */
export async function dev(): Promise<void> {
  const { config, urls, embedded } = await step("Opening the database", openInstallation);
  await step("Bringing it up to date", () => migrate(urls.owner, urls.jobs));
  const database = openDatabase(urls, { poolSize: 4 });
  if (config.embedded && (await isEmpty(database))) await step("Loading demo data", () => loadDemo(database));
  await database.close();
  const { server, close } = await openDevServer({
    config: { ...config, NODE_ENV: "development" },
    ...(embedded && { embeddedOwnerUrl: embedded.ownerUrl }),
  });
  const port = await listenOnFreePort(server, config.PORT, config.HOST);
  say(`\n  Open  http://localhost:${port}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, async () => {
      await close();
      await embedded?.stop();
      process.exit(0);
    });
}

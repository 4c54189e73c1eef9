import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseConfig, resolveDatabase } from "@guildhall/config";
import { openDatabase } from "@guildhall/db";
import { startEmbedded } from "@guildhall/db/embedded";
import { migrate } from "@guildhall/db/migrate";
import { loadDemo } from "@guildhall/demo";
import { openBuiltServer } from "@guildhall/web/server";
import { listenOnFreePort } from "./listen-on-free-port.ts";

interface TestHall {
  readonly address: string;
  close(): Promise<void>;
}

/** The built product with demo data on a free port and a database that is gone afterwards. */
export async function openTestHall(): Promise<TestHall> {
  const home = mkdtempSync(join(tmpdir(), "gh-hall-"));
  chmodSync(home, 0o755);
  const postgres = await startEmbedded({ dataDir: join(home, "pg"), volatile: true });
  const config = parseConfig({
    NODE_ENV: "production",
    DATA_DIR: join(home, "data"),
    SECRET: "the secret of a hall that is gone tomorrow",
    LOG_LEVEL: "warn",
  });
  const urls = resolveDatabase(config, postgres.ownerUrl);
  await migrate(urls.owner, urls.jobs);
  const database = openDatabase(urls, { poolSize: 4 });
  await loadDemo(database);
  await database.close();

  const { server, close } = await openBuiltServer({ config, embeddedOwnerUrl: postgres.ownerUrl });
  const port = await listenOnFreePort(server, 0, "127.0.0.1");
  const leave = async () => {
    await close();
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void leave().then(() => process.exit(1)));
  return { address: `http://localhost:${port}`, close: leave };
}

import { openDatabase } from "@guildhall/db";
import { writeDumpFixture } from "@guildhall/db/copy";
import { loadDemo } from "@guildhall/demo";
import { say } from "./progress.ts";
import { withScratchDatabase } from "./scratch-database.ts";

/** Keeps the demo database as it is now as a fixture; a test brings every one of them up to date from then on. */
export async function writeDemoDump(name: string): Promise<void> {
  const file = await withScratchDatabase(async (urls) => {
    const database = openDatabase(urls, { poolSize: 4 });
    await loadDemo(database);
    await database.close();
    return writeDumpFixture(urls.owner, name);
  });
  say(file);
}

import { argv, memoryUsage, stdout } from "node:process";
import { Readable } from "node:stream";
import { openDatabase } from "@guildhall/db";
import { hallOf } from "../jobs/actor-of-run.ts";
import { carryOut } from "../jobs/run-job.ts";
import { errandSchema, piecesOf } from "./large-file.ts";

/** Imports a large file in a process of its own, and says by how many megabytes it grew for that. */
const errand = errandSchema.parse(JSON.parse(argv[2] ?? ""));
const database = openDatabase(errand.urls, { poolSize: 3 });
const scope = await hallOf(database, errand.tenantId);
if (!scope) throw new Error("The hall is there.");
const before = memoryUsage.rss();
let most = before;
const look = () => {
  most = Math.max(most, memoryUsage.rss());
};
const timer = setInterval(look, 20);
function* watched() {
  for (const piece of piecesOf(errand)) {
    look();
    yield piece;
  }
}
const files = { get: async () => ({ stream: Readable.from(watched(), { objectMode: false }), size: 0 }) };
await carryOut({ database, files }, scope, { runId: errand.runId, last: true });
clearInterval(timer);
await database.close();
stdout.write(String(Math.round((most - before) / 1_048_576)));

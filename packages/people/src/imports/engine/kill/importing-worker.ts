import { argv } from "node:process";
import { openDatabase } from "@guildhall/db";
import { diskStore } from "@guildhall/files";
import { hallOf } from "../jobs/actor-of-run.ts";
import { carryOut } from "../jobs/run-job.ts";
import { deathSchema } from "./death.ts";

/** A worker of its own process at one import, that kills itself without a word where its death is planned. */
const { urls, directory, tenantId, runId, rows, step, at } = deathSchema.parse(JSON.parse(argv[2] ?? ""));
const die = () => process.kill(process.pid, "SIGKILL");
let seen = 0;
const database = openDatabase(urls, { poolSize: 3 });
const scope = await hallOf(database, tenantId);
if (!scope) throw new Error("The hall is there.");
if (step === null) setTimeout(die, at);
await carryOut(
  {
    database,
    files: diskStore(directory),
    size: { rows, characters: 1_000_000 },
    onStep: (reached) => {
      if (step === reached && ++seen === at) die();
    },
  },
  scope,
  { runId },
);
await database.close();

import { argv } from "node:process";
import { openDatabase } from "@guildhall/db";
import pg from "pg";
import { pino } from "pino";
import { startRunner } from "../runner.ts";
import { deathSchema } from "./death.ts";
import { hurriedPace } from "./hurried-pace.ts";
import { postTask, rehearsedHandlers } from "./rehearsed-handlers.ts";

/** A job runner of its own process that kills itself without a word where its death is planned. */
const { urls, step, at } = deathSchema.parse(JSON.parse(argv[2] ?? ""));

let seen = 0;
const database = openDatabase(urls, { poolSize: 5 });
const owner = new pg.Pool({ connectionString: urls.owner, max: 1 });
const delivered = async (factId: string) => {
  await owner.query("insert into posted (fact_id) values ($1)", [factId]);
};
await startRunner({
  urls,
  database,
  handlers: rehearsedHandlers,
  tasks: [postTask(delivered)],
  crons: [],
  live: { tell: async () => undefined },
  logger: pino({ level: "silent" }),
  concurrency: 2,
  pace: hurriedPace,
  onStep: (reached) => {
    if ((step === null || step === reached) && ++seen === at) process.kill(process.pid, "SIGKILL");
  },
});

import { argv } from "node:process";
import { idSchema } from "@guildhall/core";
import { type Database, openDatabase } from "@guildhall/db";
import { diskStore } from "@guildhall/files";
import { z } from "zod";
import { removeTenant } from "../remove-tenant.ts";

/** Removes a hall in a process of its own, which kills itself before the nth thing that it would do. */
const plan = z
  .object({
    urls: z.object({ owner: z.string(), app: z.string(), platform: z.string(), jobs: z.string() }),
    folder: z.string(),
    tenantId: idSchema("tenant"),
    at: z.int(),
  })
  .parse(JSON.parse(argv[2] ?? ""));

let steps = 0;
const step = () => {
  if (++steps === plan.at) process.kill(process.pid, "SIGKILL");
};
const database = openDatabase(plan.urls, { poolSize: 2 });
const mortal: Database = {
  ...database,
  withTenant: (...args) => {
    step();
    return database.withTenant(...args);
  },
  withPlatform: (...args) => {
    step();
    return database.withPlatform(...args);
  },
};
const store = diskStore(plan.folder);
await removeTenant(
  {
    database: mortal,
    store: {
      list: store.list,
      delete: async (key) => {
        step();
        await store.delete(key);
      },
    },
  },
  plan.tenantId,
  1,
);
await database.close();

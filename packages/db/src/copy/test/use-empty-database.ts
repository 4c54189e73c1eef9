import { randomBytes } from "node:crypto";
import { type DatabaseUrls, parseConfig, resolveDatabase } from "@guildhall/config";
import pg from "pg";
import { afterAll, afterEach, inject } from "vitest";

/** Makes databases as bare as an installation's first day: no tables, no schema of ours. Gone after each test. */
export function useEmptyDatabases(): () => Promise<DatabaseUrls> {
  const made: string[] = [];
  const drop = async () => {
    for (const name of made.splice(0)) await asAdministrator(`drop database ${name} with (force)`);
  };
  afterEach(drop);
  afterAll(drop);
  return async () => {
    const name = `test_${randomBytes(6).toString("hex")}`;
    await asAdministrator(`create database ${name} template template0 strategy file_copy`);
    made.push(name);
    return resolveDatabase(parseConfig({ NODE_ENV: "test" }), inject("ownerUrl").replace("/guildhall?", `/${name}?`));
  };
}

export async function asAdministrator(statement: string): Promise<void> {
  await inDatabase(inject("ownerUrl").replace("/guildhall?", "/postgres?"), (client) => client.query(statement));
}

/** Runs `work` on one connection to `url`. */
export async function inDatabase<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

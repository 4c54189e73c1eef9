import { randomBytes } from "node:crypto";
import { type DatabaseUrls, parseConfig, resolveDatabase } from "@guildhall/config";
import { type Database, openDatabase } from "@guildhall/db";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";

export interface TestDatabase {
  /** Bound by row-level security like the product itself. */
  readonly database: Database;
  /** Connects past row-level security, for looking at what the product itself may not see. */
  readonly owner: pg.Pool;
  readonly urls: DatabaseUrls;
}

/** A migrated, empty database for this test file alone, cloned from the run's template; there from beforeAll on. */
export function useDatabase(): TestDatabase {
  const name = `test_${randomBytes(6).toString("hex")}`;
  let open: TestDatabase | null = null;
  const opened = () => {
    if (!open) throw new Error("The test database is there once beforeAll has run.");
    return open;
  };

  beforeAll(async () => {
    const templateUrl = inject("ownerUrl");
    await asAdministrator(templateUrl, `create database ${name} template guildhall strategy file_copy`);
    const urls = resolveDatabase(parseConfig({ NODE_ENV: "test" }), templateUrl.replace("/guildhall?", `/${name}?`));
    const owner = new pg.Pool({ connectionString: urls.owner, max: 4 });
    owner.on("error", () => undefined);
    open = { database: openDatabase(urls), owner, urls };
  });
  afterAll(async () => {
    const { database, owner } = opened();
    await Promise.all([database.close(), owner.end()]);
    await asAdministrator(inject("ownerUrl"), `drop database ${name} with (force)`);
  });

  return {
    get database() {
      return opened().database;
    },
    get owner() {
      return opened().owner;
    },
    get urls() {
      return opened().urls;
    },
  };
}

async function asAdministrator(ownerUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl.replace("/guildhall?", "/postgres?") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

import { type Id, newId } from "@guildhall/core";
import { type Database, findTenantBySlug, openDatabase, type Scope, systemScope } from "@guildhall/db";
import { personActor } from "@guildhall/tenancy";
import pg from "pg";
import type { Place } from "../temporary-cluster.ts";

/** A hall as a member of its staff meets it, and both ways of asking the database about it. */
export interface OpenHall {
  readonly scope: Scope;
  readonly personId: Id<"person">;
  readonly database: Database;
  /** Bound by row-level security. */
  readonly app: pg.Client;
  /** Not bound by it. */
  readonly owner: pg.Client;
  close(): Promise<void>;
}

/** Opens the hall at `slug` for its first owner. */
export async function openHall({ urls }: Place, slug: string): Promise<OpenHall> {
  const database = openDatabase(urls);
  const [app, owner] = await Promise.all([connect(urls.app), connect(urls.owner)]);
  const tenant = await database.withPlatform("resolve-tenant", (db) => findTenantBySlug(db, slug));
  if (!tenant) throw new Error(`There is no hall ${slug}.`);
  const alone = systemScope(tenant);
  const { person_id: personId, role } = await database.withTenant(alone, (ctx) =>
    ctx.db.selectFrom("membership").select(["person_id", "role"]).where("role", "=", "owner").executeTakeFirstOrThrow(),
  );
  const actor = personActor({ userId: newId(), personId, role });
  return {
    scope: { ...alone, actor },
    personId,
    database,
    app,
    owner,
    close: async () => {
      await Promise.all([database.close(), app.end(), owner.end()]);
    },
  };
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

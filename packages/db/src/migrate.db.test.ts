import { useDatabase } from "@guildhall/testing";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listMigrations, migrate } from "./migrate.ts";

const db = useDatabase();

const empty = ["bare_one", "bare_two", "bare_three"].map((name) => `${name}_${process.pid}`);
const urlOf = (name = "") => db.urls.owner.replace(/\/test_[0-9a-f]+\?/, `/${name}?`);
const run = (name: string, onProgress?: (migration: string) => void, upTo?: string) =>
  migrate(urlOf(name), urlOf(name).replace("guildhall_owner", "guildhall_jobs"), {
    ...(onProgress && { onProgress }),
    ...(upTo && { upTo }),
  });

beforeAll(async () => {
  for (const name of empty) await db.owner.query(`create database ${name}`);
});
afterAll(async () => {
  for (const name of empty) await db.owner.query(`drop database ${name} with (force)`);
});

async function inDatabase<Row extends pg.QueryResultRow>(name: string, query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: urlOf(name) });
  await client.connect();
  const { rows } = await client.query<Row>(query);
  await client.end();
  return rows;
}

const tables = (name: string) =>
  inDatabase(
    name,
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
  );

test("two who migrate an empty database at once apply every migration once; again there is nothing to do", async () => {
  const name = empty[0] ?? "";
  const applied: string[] = [];
  await Promise.all([
    run(name, (migration) => applied.push(migration)),
    run(name, (migration) => applied.push(migration)),
  ]);
  expect(applied).toEqual(await listMigrations());
  await run(name, (migration) => applied.push(migration));
  expect(applied).toEqual(await listMigrations());
});

test("a migration that is cut off leaves nothing of itself or of those before it, and the next one starts afresh", async () => {
  const name = empty[1] ?? "";
  const cut = async () => {
    const [migrator] = await inDatabase<{ pid: number }>(
      name,
      `select pid from pg_stat_activity where datname = '${name}' and query ~ 'create table change_set' and pid <> pg_backend_pid()`,
    );
    if (migrator) await db.owner.query("select pg_terminate_backend($1)", [migrator.pid]);
    return migrator !== undefined;
  };
  // The third migration waits for a lock that somebody holds, and is cut off while it waits.
  const holder = new pg.Client({ connectionString: urlOf(name) });
  await holder.connect();
  await holder.query(
    "create table blocker (id int); create function block() returns event_trigger language plpgsql as $$ begin if exists (select from pg_event_trigger_ddl_commands() where object_identity = 'public.audit_entry') then lock blocker; end if; end $$; create event trigger block on ddl_command_end execute function block()",
  );
  await holder.query("begin; lock blocker");
  const migrating = run(name);
  const failure = expect(migrating).rejects.toThrow();
  await expect.poll(cut, { timeout: 4_000, interval: 20 }).toBe(true);
  await failure;
  await holder.query("rollback; drop event trigger block; drop function block(); drop table blocker");
  await holder.end();
  expect(await tables(name)).toEqual([{ name: "migration" }, { name: "migration_lock" }]);
  expect(await inDatabase(name, "select * from migration")).toEqual([]);

  await run(name);
  expect(await tables(name)).toEqual(await tables(empty[0] ?? ""));
});

test("an index whose making was cut off is made anew", async () => {
  const name = empty[2] ?? "";
  await run(name, undefined, "0008_operating");
  await inDatabase(name, "create index person_identity_oldest on person_identity (tenant_id)");
  await run(name);
  const indexes = await inDatabase<{ definition: string }>(
    name,
    "select pg_get_indexdef('person_identity_oldest'::regclass) as definition",
  );
  expect(indexes[0]?.definition).toContain("(tenant_id, person_id, kind, created_at, id)");
  const applied = await inDatabase<{ name: string }>(name, "select name from migration order by name");
  expect(applied.map((row) => row.name)).toEqual(await listMigrations());
});

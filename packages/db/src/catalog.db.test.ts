import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { departures } from "./catalog.ts";
import { openedTenantTables, ownerTables, platformPurposes, platformTables } from "./platform.ts";

const db = useDatabase();
const rules = {
  platformTables: Object.keys(platformTables),
  openedTenantTables,
  ownerTables,
  purposes: platformPurposes,
};

test("every table keeps to the rules of tenancy", async () => {
  expect(await departures(db.owner, rules)).toEqual([]);
});

test.each([
  [
    "a tenant table without row-level security",
    "create table stray (tenant_id uuid not null references tenant, id uuid, primary key (tenant_id, id))",
    /stray: row-level security is not enabled and forced/,
  ],
  [
    "a primary key that does not start with the tenant",
    "create table stray (id uuid primary key, tenant_id uuid not null references tenant); call make_tenant_table('stray')",
    /stray: primary key/,
  ],
  [
    "a unique index that does not start with the tenant",
    "create table stray (tenant_id uuid references tenant, id uuid, slug text unique, primary key (tenant_id, id)); call make_tenant_table('stray')",
    /stray: unique index stray_slug_key/,
  ],
  [
    "a foreign key to a tenant table that leaves the tenant out",
    "create table stray (tenant_id uuid references tenant, id uuid, person_id uuid, primary key (tenant_id, id)); create unique index loose on person (id); alter table stray add foreign key (person_id) references person (id); call make_tenant_table('stray')",
    /stray: foreign key stray_person_id_fkey/,
  ],
  [
    "a table that is neither a tenant's nor listed",
    "create table stray (id uuid primary key)",
    /stray: no tenant_id, and not listed/,
  ],
  [
    "a policy of its own making",
    "create table stray (tenant_id uuid references tenant, id uuid, primary key (tenant_id, id)); call make_tenant_table('stray'); create policy wide on stray to guildhall_app using (true)",
    /stray: policy wide/,
  ],
  [
    "a tenant table opened to the platform without being listed",
    "create table stray (tenant_id uuid references tenant, id uuid, primary key (tenant_id, id)); call make_tenant_table('stray'); call open_to_platform('stray', 'select', 'operate')",
    /stray: opened to the platform/,
  ],
  [
    "a purpose that nobody knows",
    "call open_to_platform('session', 'select', 'curiosity')",
    /session: unknown purpose curiosity/,
  ],
  [
    "a table whose rows would outlive their tenant",
    "revoke delete on fact from guildhall_app",
    /fact: cannot be removed with its tenant/,
  ],
  [
    "a table that somebody may thin out while its tenant stands",
    "create policy thin on fact as restrictive for delete to guildhall_app using (true)",
    /fact: policy thin/,
  ],
  [
    "a view that runs as its owner",
    "create view stray as select * from person",
    /stray: view without security_invoker/,
  ],
  ["a role that may pass row-level security by", "alter role guildhall_app bypassrls", /guildhall_app: may bypass/],
  [
    "an app role that owns a table",
    "grant create on schema public to guildhall_app; create table stray (tenant_id uuid references tenant, id uuid, primary key (tenant_id, id)); call make_tenant_table('stray'); alter table stray owner to guildhall_app",
    /guildhall_app: owns stray/,
  ],
  [
    "a privileged function that anybody may call",
    "create function stray() returns int language sql security definer as 'select 1'",
    /stray\(\): security definer/,
  ],
])("the catalog test catches %s", async (_, statement, expected) => {
  const client = await db.owner.connect();
  try {
    await client.query("begin");
    await client.query(statement);
    expect((await departures(client, rules)).join("\n")).toMatch(expected);
  } finally {
    await client.query("rollback");
    client.release();
  }
});

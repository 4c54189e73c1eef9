import type pg from "pg";
import { z } from "zod";

interface Rules {
  platformTables: readonly string[];
  openedTenantTables: readonly string[];
  ownerTables: readonly string[];
  purposes: readonly string[];
}

type Queryable = Pick<pg.ClientBase, "query">;

const tenantExpression = "(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)";
const ownExpression = tenantExpression.replace("tenant_id", "id");
const closedExpression = "( SELECT closed_only() AS closed_only)";

const table = z.object({
  name: z.string(),
  has_tenant: z.boolean(),
  rls: z.boolean(),
  app_may_delete: z.boolean(),
  primary_key: z.array(z.string()),
  unique_indexes: z.array(z.object({ name: z.string(), first: z.string().nullable() })),
  foreign_keys: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      target: z.string(),
      target_columns: z.array(z.string()),
    }),
  ),
  policies: z.array(
    z.object({
      name: z.string(),
      roles: z.array(z.string()),
      narrows_delete: z.boolean(),
      using: z.string().nullable(),
      check: z.string().nullable(),
    }),
  ),
});
type Table = z.infer<typeof table>;

/** Where the database departs from the rules of tenancy, one sentence each; nothing when it keeps to them. */
export async function departures(db: Queryable, rules: Rules): Promise<string[]> {
  const tables = await readTables(db);
  return [
    ...tables.flatMap((each) => (rules.ownerTables.includes(each.name) ? [] : tableDepartures(each, rules, tables))),
    ...(await readSentences(db, viewsAsOwner)),
    ...(await readSentences(db, privilegedRoles)),
    ...(await readSentences(db, ownedByProduct)),
    ...(await readSentences(db, privilegedFunctions)),
  ];
}

function tableDepartures(each: Table, rules: Rules, tables: readonly Table[]): string[] {
  const found: string[] = [];
  const platform = rules.platformTables.includes(each.name);
  if (!platform && !each.has_tenant) return [`${each.name}: no tenant_id, and not listed in platform.ts`];
  if (!each.rls) found.push("row-level security is not enabled and forced");
  if (each.has_tenant && !each.app_may_delete)
    found.push("cannot be removed with its tenant: call keep_until_closed()");
  if (!platform) found.push(...tenantDepartures(each));
  for (const key of each.foreign_keys) {
    const toTenantTable =
      !rules.platformTables.includes(key.target) &&
      tables.some(({ name, has_tenant }) => name === key.target && has_tenant);
    if (toTenantTable && !(key.columns[0] === "tenant_id" && key.target_columns[0] === "tenant_id"))
      found.push(`foreign key ${key.name} leaves tenant_id out`);
  }
  for (const policy of each.policies) found.push(...policyDepartures(policy, each.name, platform, rules));
  return found.map((sentence) => `${each.name}: ${sentence}`);
}

function tenantDepartures(each: Table): string[] {
  const found: string[] = [];
  if (each.primary_key[0] !== "tenant_id") found.push("primary key does not start with tenant_id");
  for (const index of each.unique_indexes)
    if (index.first !== "tenant_id") found.push(`unique index ${index.name} does not start with tenant_id`);
  if (!each.policies.some((policy) => policy.name === "tenant")) found.push("has no policy named tenant");
  return found;
}

function policyDepartures(
  policy: Table["policies"][number],
  tableName: string,
  platform: boolean,
  rules: Rules,
): string[] {
  if (policy.roles.join() === "guildhall_platform") {
    const purposes = [...`${policy.using ?? ""}${policy.check ?? ""}`.matchAll(/'([^']*)'::text\[\]/g)].flatMap(
      ([, list = ""]) => list.replace(/[{}"]/g, "").split(","),
    );
    const unknown = purposes
      .filter((purpose) => !rules.purposes.includes(purpose))
      .map((purpose) => `unknown purpose ${purpose}`);
    if (purposes.length === 0) unknown.push(`policy ${policy.name} names no purpose`);
    if (!platform && !rules.openedTenantTables.includes(tableName))
      unknown.push("opened to the platform, and not listed in platform.ts");
    return unknown;
  }
  if (policy.narrows_delete && policy.using === closedExpression) return [];
  const expression = tableName === "tenant" ? ownExpression : tenantExpression;
  const right =
    policy.roles.join() === "guildhall_app" &&
    !policy.narrows_delete &&
    policy.using === expression &&
    (policy.check ?? expression) === expression;
  return right ? [] : [`policy ${policy.name} is not the one that all tenant tables share`];
}

async function readTables(db: Queryable): Promise<Table[]> {
  const { rows } = await db.query(`
    select t.relname as name, t.relrowsecurity and t.relforcerowsecurity as rls,
      has_table_privilege('guildhall_app', t.oid, 'delete') as app_may_delete,
      exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant_id' and not a.attisdropped) as has_tenant,
      coalesce((select json_agg(a.attname order by k.n) from pg_index i, unnest(i.indkey) with ordinality k (attnum, n)
        join pg_attribute a on a.attnum = k.attnum where a.attrelid = t.oid and i.indrelid = t.oid and i.indisprimary), '[]') as primary_key,
      coalesce((select json_agg(json_build_object('name', c.relname, 'first', a.attname)) from pg_index i
        join pg_class c on c.oid = i.indexrelid
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0] and a.attnum > 0
        where i.indrelid = t.oid and i.indisunique and not i.indisprimary), '[]') as unique_indexes,
      coalesce((select json_agg(json_build_object('name', k.conname, 'target', r.relname,
          'columns', (select json_agg(a.attname order by u.n) from unnest(k.conkey) with ordinality u (attnum, n) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.attnum),
          'target_columns', (select json_agg(a.attname order by u.n) from unnest(k.confkey) with ordinality u (attnum, n) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.attnum)))
        from pg_constraint k join pg_class r on r.oid = k.confrelid where k.conrelid = t.oid and k.contype = 'f'), '[]') as foreign_keys,
      coalesce((select json_agg(json_build_object('name', p.polname,
          'roles', (select json_agg(case when o = 0 then 'public' else pg_get_userbyid(o) end) from unnest(p.polroles) o),
          'narrows_delete', not p.polpermissive and p.polcmd = 'd',
          'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid)))
        from pg_policy p where p.polrelid = t.oid), '[]') as policies
    from pg_class t where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace order by 1`);
  return z.array(table).parse(rows);
}

async function readSentences(db: Queryable, query: string): Promise<string[]> {
  const { rows } = await db.query(query);
  return z
    .array(z.object({ sentence: z.string() }))
    .parse(rows)
    .map((row) => row.sentence);
}

const viewsAsOwner = `select relname || ': view without security_invoker' as sentence from pg_class
  where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace and not coalesce(reloptions, '{}') @> '{security_invoker=true}'
    and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')`;

const privilegedRoles = `select rolname || ': may bypass row-level security' as sentence from pg_roles
  where rolname in ('guildhall_app', 'guildhall_platform', 'guildhall_jobs') and (rolbypassrls or rolsuper or rolcreaterole)`;

const ownedByProduct = `select pg_get_userbyid(relowner) || ': owns ' || relname as sentence from pg_class
  where relnamespace = 'public'::regnamespace and pg_get_userbyid(relowner) in ('guildhall_app', 'guildhall_platform')`;

/** A security definer function is a third door: each must fix its search_path and be closed to PUBLIC. */
const privilegedFunctions = `select proname || '(): security definer, with an open search_path or open to everybody' as sentence from pg_proc
  where pronamespace = 'public'::regnamespace and prosecdef
    and (not exists (select from unnest(proconfig) c where c like 'search_path=%')
      or proacl is null or exists (select from aclexplode(proacl) a where a.grantee = 0))`;

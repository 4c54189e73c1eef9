import type pg from "pg";

interface Seed {
  /** Halls to make, with their owner's account, session, login and role, and a fact that is due in a year. */
  readonly tenants: number;
  /** In each, with two identities, an audit entry and a fact. */
  readonly peopleEach: number;
  /** The first part of their slugs. */
  readonly named: string;
}

/** Fills the database as its owner, in a few statements, with what halls hold that have been lived in. */
export async function seed(owner: pg.Client, { tenants, peopleEach, named }: Seed): Promise<void> {
  await owner.query("set session_replication_role = replica"); // rows that are right by construction need no foreign key checks
  await owner.query(
    `insert into tenant (slug, name, locale, time_zone, created_at)
     select $1 || '-' || n, 'Hall ' || n, 'zh-CN', 'Asia/Shanghai', timestamptz '2024-03-01 00:00Z' + n * interval '1 minute'
     from generate_series(1, $2) n`,
    [named, tenants],
  );
  for (const statement of inhabitants) await owner.query(statement, [`${named}-%`, peopleEach]);
  await owner.query("set session_replication_role = origin");
}

const place = "from tenant t cross join generate_series(1, $2::int) n where t.slug like $1";

const inhabitants = [
  `insert into person (tenant_id, full_name, created_at, updated_at)
   select t.id, '欧阳' || n, timestamptz '2025-01-06 09:00Z' + n * interval '1 hour', timestamptz '2025-01-06 09:00Z' + n * interval '1 hour' ${place}`,

  `insert into person_identity (tenant_id, person_id, kind, value, source, created_at)
   select p.tenant_id, p.id, k.kind, case k.kind when 'email' then p.id || '@example.com' else '+86' || row_number() over () end, 'by-hand', p.created_at
   from person p join tenant t on t.id = p.tenant_id cross join (values ('email'), ('phone')) k (kind) where t.slug like $1 and $2 > 0`,

  `insert into user_account (id, email, locale, created_at)
   select t.id, t.slug || '@example.com', 'zh-CN', t.created_at from tenant t where t.slug like $1 and $2 > 0`,

  `insert into session (id, user_id, created_at, expires_at)
   select encode(sha256(t.id::text::bytea), 'hex'), t.id, t.created_at, timestamptz '2100-01-01 00:00Z' from tenant t where t.slug like $1 and $2 > 0`,

  `insert into login (tenant_id, user_id, person_id, created_at)
   select distinct on (p.tenant_id) p.tenant_id, p.tenant_id, p.id, p.created_at
   from person p join tenant t on t.id = p.tenant_id where t.slug like $1 and $2 > 0 order by p.tenant_id, p.id`,

  `insert into membership (tenant_id, person_id, role, created_at)
   select l.tenant_id, l.person_id, 'owner', l.created_at from login l join tenant t on t.id = l.tenant_id where t.slug like $1 and $2 > 0`,

  `insert into fact (tenant_id, name, subject_type, subject_id, subject_version, payload, actor_kind, occurred_at)
   select p.tenant_id, 'people.person-created', 'person', p.id, 2, jsonb_build_object('personId', p.id, 'changeSetId', null), 'system', p.created_at
   from person p join tenant t on t.id = p.tenant_id where t.slug like $1 and $2 > 0`,

  `insert into audit_entry (tenant_id, at, actor_kind, actor_person_id, action, subject_type, subject_id, person_id, after)
   select p.tenant_id, p.created_at, 'person', l.person_id, 'person.created', 'person', p.id, p.id, jsonb_build_object('fullName', p.full_name)
   from person p join login l on l.tenant_id = p.tenant_id join tenant t on t.id = p.tenant_id where t.slug like $1 and $2 > 0`,

  `insert into scheduled_fact (tenant_id, key, name, payload, due_at)
   select t.id, 'renewal', 'tenancy.tenant-created', jsonb_build_object('tenantId', t.id), timestamptz '2100-01-01 00:00Z'
   from tenant t where t.slug like $1 and $2 > 0`,
];

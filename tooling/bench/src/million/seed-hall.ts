import type pg from "pg";
import { step } from "../progress.ts";

interface Hall {
  readonly slug: string;
  readonly people: number;
  /** How many entries the history of its first member of staff has. */
  readonly entriesOfOne: number;
}

/**
 * Fills a hall as the database's owner with what one holds after years: people who came one by one and are scattered
 * over the table, a quarter who came by one import at one instant, every fiftieth merged into another, staff, one to
 * four identities each, and a history in which everybody was made and every fifth was changed since.
 */
export async function seedHall(owner: pg.Client, { slug, people, entriesOfOne }: Hall): Promise<void> {
  await owner.query("set session_replication_role = replica"); // rows that are right by construction need no foreign key checks
  await owner.query("set synchronous_commit = off");
  await owner.query(newTenant, [slug]);
  const named = (what: string) => `${slug}: ${what}`;
  await step(named(`${people.toLocaleString("en")} people`), () => owner.query(newPeople, [slug, people]));
  await step(named("merged people and staff"), async () => {
    await owner.query(mergedPeople, [slug, Math.ceil(people / 50)]);
    await owner.query(staff, [slug, Math.min(200, people)]);
  });
  await step(named("their identities"), () => owner.query(identities, [slug]));
  await step(named("their history"), async () => {
    await owner.query(entriesOfEverybody, [slug]);
    await owner.query(entriesOfChanged, [slug, Math.ceil(people / 5)]);
    await owner.query(entriesOfOnePerson, [slug, entriesOfOne]);
  });
}

const here = "tenant_id = (select id from tenant where slug = $1)";

const newTenant = `
  insert into tenant (slug, name, locale, time_zone, created_at)
  values ($1, '云岭 ' || $1, 'zh-CN', 'Asia/Shanghai', timestamptz '2024-01-01 00:00Z')`;

const newPeople = `
  insert into person (tenant_id, full_name, locale, created_at, updated_at)
  select t.id, (array['欧阳', '司马', '陈', 'Müller ', 'O''Brien ', '林'])[1 + n % 6] || n, case n % 3 when 0 then 'en' else 'zh-CN' end, came.at, came.at
  from tenant t
  cross join generate_series(1, $2::int) n
  cross join lateral (
    select case n % 4 when 0 then timestamptz '2025-01-01 09:00Z'
      else timestamptz '2024-01-01 00:00Z' + (n::bigint * 7919 % 1000003) * interval '63 seconds' end as at
  ) came
  where t.slug = $1`;

const mergedPeople = `
  insert into person (tenant_id, canonical_id, full_name, created_at, updated_at)
  select tenant_id, id, full_name, created_at + interval '1 day', updated_at + interval '1 day'
  from person where ${here} limit $2`;

const staff = `
  insert into membership (tenant_id, person_id, role, created_at)
  select tenant_id, id, case when row_number() over (order by id) = 1 then 'owner' else 'manager' end, created_at
  from person where ${here} and canonical_id is null order by id limit $2`;

const identities = `
  insert into person_identity (tenant_id, person_id, kind, provider, value, source, created_at)
  select p.tenant_id, p.id, k.kind, k.provider, k.value, 'import', p.created_at
  from (select *, row_number() over (order by id) as n from person where ${here}) p
  cross join lateral (values
    (0, 'email', '', n || '.' || substr(md5(n::text), 1, 8) || '@example.com'),
    (n % 2, 'phone', '', '+86' || 13000000000 + n),
    (n % 10, 'email', '', n || '@work.example'),
    (n % 5, 'handle', 'wechat', 'wx_' || md5(n::text))) k (place, kind, provider, value)
  where k.place = 0`;

const entry = "tenant_id, at, actor_kind, actor_person_id, action, subject_type, subject_id, person_id, before, after";
const actors = `(select array_agg(person_id) as ids from membership where ${here}) actors`;

const entriesOfEverybody = `
  insert into audit_entry (${entry})
  select p.tenant_id, p.created_at, 'person', actors.ids[1 + n % cardinality(actors.ids)], 'person.created', 'person', p.id, p.id,
    null, jsonb_build_object('fullName', p.full_name, 'email', n || '@example.com', 'phone', null)
  from (select *, row_number() over (order by id) as n from person where ${here} and canonical_id is null) p, ${actors}`;

const entriesOfChanged = `
  insert into audit_entry (${entry})
  select p.tenant_id, timestamptz '2025-06-01 00:00Z' + n * interval '17 seconds', 'person', actors.ids[1 + n % cardinality(actors.ids)], 'person.updated', 'person', p.id, p.id,
    jsonb_build_object('fullName', p.full_name), jsonb_build_object('fullName', p.full_name || ' II')
  from (select *, row_number() over (order by md5(id::text)) as n from person where ${here} and canonical_id is null) p, ${actors}
  where n <= $2`;

const entriesOfOnePerson = `
  insert into audit_entry (${entry})
  select m.tenant_id, timestamptz '2024-02-01 00:00Z' + n * interval '7 hours', 'person', actors.ids[1 + n % cardinality(actors.ids)], 'person.updated', 'person', m.person_id, m.person_id,
    jsonb_build_object('phone', n), jsonb_build_object('phone', n + 1)
  from membership m, ${actors}, generate_series(1, $2::int) n
  where m.role = 'owner' and m.${here}`;

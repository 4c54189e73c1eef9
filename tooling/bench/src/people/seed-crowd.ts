import { newId } from "@guildhall/core";
import type pg from "pg";
import { step } from "../progress.ts";

/** The fields and tags of a hall by what the questions call them. */
export interface Crowd {
  readonly slug: string;
  readonly people: number;
  readonly fields: Readonly<Record<FieldKey, string>>;
  readonly tags: Readonly<Record<TagKey, string>>;
}

const fieldTypes = {
  city: "text",
  score: "number",
  rare: "number",
  spent: "money",
  birthday: "date",
  ordered: "date-time",
  letter: "boolean",
  tier: "select",
  interests: "multi-select",
  region: "select",
  channel: "select",
} as const;
type FieldKey = keyof typeof fieldTypes;
const tagShares = { regular: 30, vip: 5, press: 0.1 } as const;
type TagKey = keyof typeof tagShares;

const options: Partial<Record<FieldKey, readonly string[]>> = {
  tier: ["a", "b", "c", "d"],
  interests: ["hike", "ski", "climb", "swim"],
  region: ["north", "south", "west"],
  channel: ["north", "south", "west"],
};

/**
 * Fills a hall as the database's owner with people who differ: fields that 0.01 to 90 in a hundred share, skewed ones,
 * and pairs that never come together (who lives in one region is reached by the channel of another). Written in sets
 * with the triggers off, and all that they derive with it.
 */
export async function seedCrowd(owner: pg.Client, slug: string, people: number): Promise<Crowd> {
  const named = (what: string) => `${slug}: ${what}`;
  const keys = <Key extends string>(of: Record<Key, unknown>) => Object.keys(of) as Key[];
  const fields = idsOf(fieldTypes);
  const tags = idsOf(tagShares);
  await owner.query("set session_replication_role = replica");
  await owner.query("set synchronous_commit = off");
  await owner.query(
    "insert into tenant (slug, name, locale, time_zone, created_at) values ($1, $1, 'zh-CN', 'Asia/Shanghai', '2024-01-01')",
    [slug],
  );
  for (const key of keys(fieldTypes))
    await owner.query(
      `insert into field (tenant_id, id, subject, key, name, type, options, created_at) select id, $2, 'person', $3, $3, $4, $5, created_at from tenant where slug = $1`,
      [
        slug,
        fields[key],
        key,
        fieldTypes[key],
        JSON.stringify((options[key] ?? []).map((id) => ({ id, name: id, tone: "neutral" }))),
      ],
    );
  for (const key of keys(tagShares))
    await owner.query(
      "insert into tag (tenant_id, id, name, name_key, created_at) select id, $2, $3, $3, created_at from tenant where slug = $1",
      [slug, tags[key], key],
    );
  await owner.query(companies, [slug, Math.ceil(people / 20)]);
  await step(named(`${people.toLocaleString("en")} people`), () =>
    owner.query(newPeople, [slug, people, JSON.stringify(fields), JSON.stringify(tags)]),
  );
  await step(named("two identities each"), () => owner.query(identities, [slug]));
  await step(named("staff, owners, merged people"), async () => {
    await owner.query(staff, [slug]);
    await owner.query(merged, [slug, Math.ceil(people / 50)]);
  });
  await step(named("the index of their fields"), () => owner.query(entries, [slug]));
  return { slug, people, fields, tags };
}

function idsOf<Key extends string>(of: Readonly<Record<Key, unknown>>): Record<Key, string> {
  return Object.fromEntries(Object.keys(of).map((key) => [key, newId()])) as Record<string, string> as Record<
    Key,
    string
  >;
}

const companies = `
  insert into company (tenant_id, name, sort_name, created_at, updated_at)
  select t.id, 'Company ' || n, 'company ' || lpad((n * 7919 % 1000003)::text, 7, '0'), t.created_at, t.created_at
  from tenant t, generate_series(1, $2::int) n where t.slug = $1`;

/** n says who somebody is; h scatters what they have, the same for everybody who asks. */
const newPeople = `
  insert into person (tenant_id, full_name, sort_name, stage, source, locale, tag_ids, fields, email, phone, company_id, job_title,
    last_activity_at, created_at, updated_at)
  select t.id, s.name || n, lower(s.sort) || lpad((h % 1000000)::text, 6, '0'),
    case when h % 100 < 60 then 'lead' when h % 100 < 85 then 'customer' when h % 1000 = 999 then 'partner' when h % 100 < 95 then 'past' end,
    'import:bench', case h % 3 when 0 then 'en' else 'zh-CN' end,
    array_remove(array[case when h % 10 < 3 then ($4::jsonb ->> 'regular')::uuid end, case when h / 10 % 100 < 5 then ($4::jsonb ->> 'vip')::uuid end,
      case when h / 1000 % 1000 = 1 then ($4::jsonb ->> 'press')::uuid end], null),
    jsonb_strip_nulls(jsonb_build_object(
      $3::jsonb ->> 'city', 'city ' || floor(50 * power((h % 10007) / 10007.0, 3)),
      $3::jsonb ->> 'score', h % 1000000,
      $3::jsonb ->> 'rare', case when h % 10000 = 7 then h % 100 end,
      $3::jsonb ->> 'spent', case when h % 5 > 0 then jsonb_build_object('amount', h % 500000, 'currency', case when h % 10 < 8 then 'CNY' else 'EUR' end) end,
      $3::jsonb ->> 'birthday', to_char(date '1950-01-01' + (h % 20000)::int, 'YYYY-MM-DD'),
      $3::jsonb ->> 'ordered', case when h % 2 = 0 then to_char(timestamp '2024-01-01' + (h % 1000000) * interval '1 minute', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end,
      $3::jsonb ->> 'letter', h % 10 > 0,
      $3::jsonb ->> 'tier', case when h % 1000 < 900 then 'a' when h % 1000 < 990 then 'b' when h % 1000 < 999 then 'c' else 'd' end,
      $3::jsonb ->> 'interests', case h % 4 when 0 then '["hike"]'::jsonb when 1 then '["hike", "ski"]'::jsonb when 2 then '["climb"]'::jsonb end,
      $3::jsonb ->> 'region', case when h % 100 < 30 then 'north' when h % 100 < 60 then 'south' when h % 100 < 95 then 'west' end,
      $3::jsonb ->> 'channel', case when h % 100 < 30 then 'south' when h % 100 < 60 then 'north' when h % 10000 = 7 then 'west' end)),
    n || '.' || substr(md5(n::text), 1, 6) || '@example.com', case when h % 10 > 0 then '+86' || 13000000000 + n end,
    case when h % 5 > 0 then c.ids[1 + h % cardinality(c.ids)] end, case when h % 5 > 0 then 'Role ' || h % 40 end,
    case when h % 4 > 0 then timestamptz '2024-06-01Z' + (h % 900000) * interval '1 minute' end,
    timestamptz '2024-01-01Z' + (n::bigint * 50000000 / $2) * interval '1 second', timestamptz '2025-06-01Z' + (h % 500000) * interval '1 minute'
  from tenant t
  cross join lateral (select array_agg(id) as ids from company where tenant_id = t.id) c
  cross join generate_series(1, $2::int) n
  cross join lateral (select abs(hashint8(n::bigint * 7919)::bigint) as h) scattered
  cross join lateral (select (array['欧阳', '张伟', '陈', 'Müller ', 'O''Brien ', '林'])[1 + h % 6] as name, (array['ou yang ', 'zhang wei ', 'chen ', 'muller ', 'obrien ', 'lin '])[1 + h % 6] as sort) s
  where t.slug = $1`;

const here = "tenant_id = (select id from tenant where slug = $1)";

const identities = `
  insert into person_identity (tenant_id, person_id, kind, value, source, created_at)
  select p.tenant_id, p.id, k.kind, k.value, 'import:bench', p.created_at
  from person p cross join lateral (values ('email', p.email), ('phone', coalesce(p.phone, '+44' || substr(p.email, 1, 7)))) k (kind, value)
  where p.${here}
  on conflict do nothing`;

const staff = `
  with chosen as (
    insert into membership (tenant_id, person_id, role, created_at)
    select tenant_id, id, case when row_number() over (order by id) = 1 then 'owner' else 'manager' end, created_at
    from (select * from person where ${here} order by id limit 40) p returning person_id
  ), listed as (select array_agg(person_id) as ids from chosen)
  update person p set owner_person_id = l.ids[1 + abs(hashint4(extract(epoch from p.updated_at)::int)) % 40]
  from listed l where p.${here} and abs(hashint4(extract(epoch from p.updated_at)::int)) % 10 < 7`;

const merged = `
  insert into person (tenant_id, canonical_id, full_name, sort_name, stage, fields, created_at, updated_at)
  select tenant_id, id, full_name, sort_name, stage, fields, created_at, updated_at from (
    select * from person where ${here} and canonical_id is null limit $2) p`;

const entries = `
  insert into field_entry (tenant_id, field_id, key, subject_id)
  select p.tenant_id, e.field_id, e.key, p.id from person p, entries_of(p.fields, p.tag_ids) e
  where p.${here} order by 1, 2, 3, 4`;

import { newId } from "@guildhall/core";
import { demoPassword } from "@guildhall/demo";
import type pg from "pg";
import type { Credentials } from "../../web/sign-in.ts";
import { seedCrowd } from "../seed-crowd.ts";

export interface WideHall {
  readonly slug: string;
  /** Every column that the grid can show. */
  readonly columns: readonly string[];
  readonly credentials: Credentials;
}

const slug = "wide";
const email = "maya@harbor.example";
/** The grid's own. */
const own = [
  ..."name email phone company jobTitle stage tags owner source language timeZone role member".split(" "),
  ..."createdAt updatedAt lastActivityAt".split(" "),
];
const wanted = 50;
const types = ["text", "number", "date", "boolean", "select"] as const;

/** A hall of so many people with as many fields as fifty columns need, all of them filled in; Maya of the demo owns it. */
export async function seedWideHall(owner: pg.Client, people: number): Promise<WideHall> {
  const { fields } = await seedCrowd(owner, slug, people);
  const more = Array.from({ length: wanted - own.length - Object.keys(fields).length }, (_, place) => ({
    id: newId(),
    key: `more_${place}`,
    type: types[place % types.length] ?? "text",
  }));
  await owner.query(moreFields, [slug, JSON.stringify(more)]);
  await owner.query(filledIn, [slug, JSON.stringify(more)]);
  await owner.query(entered, [slug, email]);
  await owner.query("analyze");
  return {
    slug,
    columns: [...own, ...[...Object.values(fields), ...more.map(({ id }) => id)].map((id) => `field:${id}`)],
    credentials: { email, password: demoPassword },
  };
}

const moreFields = `
  insert into field (tenant_id, id, subject, key, name, type, options, created_at)
  select t.id, f.id, 'person', f.key, f.key, f.type,
    case when f.type = 'select' then '[{"id": "a", "name": "Gold", "tone": "ochre"}, {"id": "b", "name": "Silver", "tone": "neutral"}]'::jsonb else '[]' end,
    t.created_at
  from tenant t, jsonb_to_recordset($2::jsonb) f (id uuid, key text, type text) where t.slug = $1`;

const filledIn = `
  update person p set fields = p.fields || (
    select jsonb_object_agg(f.id, case f.type
      when 'number' then to_jsonb(extract(epoch from p.updated_at)::int % 1000)
      when 'date' then to_jsonb(to_char(p.updated_at, 'YYYY-MM-DD'))
      when 'boolean' then to_jsonb(extract(epoch from p.updated_at)::int % 2 = 0)
      when 'select' then to_jsonb(case extract(epoch from p.updated_at)::int % 2 when 0 then 'a' else 'b' end)
      else to_jsonb('Word ' || left(p.email, 6)) end)
    from jsonb_to_recordset($2::jsonb) f (id text, type text))
  where p.tenant_id = (select id from tenant where slug = $1)`;

const entered = `
  insert into login (tenant_id, user_id, person_id, created_at)
  select m.tenant_id, u.id, m.person_id, m.created_at
  from membership m join tenant t on t.id = m.tenant_id, user_account u
  where t.slug = $1 and m.role = 'owner' and u.email = $2`;

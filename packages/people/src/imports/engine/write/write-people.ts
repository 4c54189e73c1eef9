import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { changedColumns, type PersonState } from "../plan/person-state.ts";
import type { BatchPlan } from "../plan/plan-batch.ts";
import { keepImages } from "./keep-images.ts";
import type { Writing } from "./writing.ts";

/** Columns that triggers and handlers keep: images hold none of them. */
const derived = sql`array['email', 'phone', 'company_id', 'job_title', 'last_activity_at']`;

/** Makes the new people, with what is derived of them: the first address and number, the newest position. */
export async function insertPeople(ctx: Ctx, plan: BatchPlan, { changeSetId, source }: Writing): Promise<void> {
  if (plan.made.length === 0) return;
  const contacts = firstContacts(plan);
  const now = ctx.clock.now();
  const rows = plan.made.map(({ id, now: columns, positions: [position], since }) => ({
    id,
    ...columns,
    ...contacts.get(id),
    company_id: position?.companyId,
    job_title: position?.title,
    created_at: since !== null && new Date(since) < now ? since : now,
  }));
  await sql`
    with made as (
      insert into person (tenant_id, id, full_name, sort_name, family_name, given_name, locale, time_zone, stage,
        owner_person_id, source, tag_ids, fields, email, phone, company_id, job_title, created_at, updated_at)
      select ${ctx.tenant.id}, r.id, r.full_name, r.sort_name, r.family_name, r.given_name, r.locale, r.time_zone, r.stage,
        r.owner_person_id, ${source}, r.tag_ids, r.fields, r.email, r.phone, r.company_id, r.job_title, r.created_at, ${now}
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, full_name text, sort_name text, family_name text,
        given_name text, locale text, time_zone text, stage text, owner_person_id uuid, tag_ids uuid[], fields jsonb,
        email text, phone text, company_id uuid, job_title text, created_at timestamptz)
      returning *
    )
    insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, subject_version, person_id, after)
    select tenant_id, ${changeSetId}, 'person', id, version, id, to_jsonb(made) - ${derived} from made`.execute(ctx.db);
}

function firstContacts({ identities }: BatchPlan): Map<Id<"person">, { email?: string; phone?: string }> {
  const contacts = new Map<Id<"person">, { email?: string; phone?: string }>();
  for (const { personId, kind, value } of identities) {
    if (kind !== "email" && kind !== "phone") continue;
    const known = contacts.get(personId) ?? {};
    known[kind] ??= value;
    contacts.set(personId, known);
  }
  return contacts;
}

/** Writes the columns of known people that differ; they are held by this transaction. */
export async function changePeople(ctx: Ctx, people: readonly PersonState[], { changeSetId }: Writing): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map(({ id, now }) => ({ id, ...now }));
  const { rows: written } = await sql<{ id: Id<"person">; version: number; old: string; fresh: string }>`
    update person p set full_name = r.full_name, sort_name = r.sort_name, family_name = r.family_name,
      given_name = r.given_name, locale = r.locale, time_zone = r.time_zone, stage = r.stage,
      owner_person_id = r.owner_person_id, tag_ids = r.tag_ids, fields = r.fields,
      version = p.version + 1, updated_at = ${ctx.clock.now()}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, full_name text, sort_name text, family_name text,
      given_name text, locale text, time_zone text, stage text, owner_person_id uuid, tag_ids uuid[], fields jsonb)
    where p.tenant_id = ${ctx.tenant.id} and p.id = r.id
    returning new.id, new.version, to_jsonb(old.updated_at) as old, to_jsonb(new.updated_at) as fresh`.execute(ctx.db);
  const stamps = new Map(written.map((row) => [row.id, row]));
  const images = people.map((person) => imageOf(person, stamps.get(person.id)));
  await keepImages(ctx, changeSetId, "person", images);
}

function imageOf(person: PersonState, stamp: { version: number; old: string; fresh: string } | undefined) {
  const columns = changedColumns(person);
  const only = (values: object, updated_at: string | undefined) => ({
    ...Object.fromEntries(columns.map((name) => [name, Reflect.get(values, name)])),
    updated_at,
  });
  return {
    id: person.id,
    version: stamp?.version ?? null,
    person: person.id,
    before: only(person.stored ?? {}, stamp?.old),
    after: only(person.now, stamp?.fresh),
  };
}

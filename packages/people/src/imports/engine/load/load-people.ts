import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { columnNames, type PersonColumns, type PersonState, type Position } from "../plan/person-state.ts";

export interface Loaded {
  /** Whether their present positions are wanted. */
  readonly positions: boolean;
}

/** These people as they are stored, without those who were erased. */
export async function loadPeople(
  ctx: Ctx,
  ids: readonly Id<"person">[],
  { positions }: Loaded,
): Promise<Map<Id<"person">, PersonState>> {
  const people = new Map<Id<"person">, PersonState>();
  if (ids.length === 0) return people;
  for (const { id, ...stored } of await readColumns(ctx, ids))
    people.set(id, { id, stored, now: { ...stored }, positions: [], row: null, since: null });
  if (positions)
    for (const position of await readPositions(ctx, ids)) people.get(position.root)?.positions.push(position);
  return people;
}

/** Holds these people for the batch, and says whether they are still as they were when it was planned. */
export async function holdPeople(ctx: Ctx, people: readonly PersonState[]): Promise<boolean> {
  if (people.length === 0) return true;
  const ids = people.map(({ id }) => id).sort();
  await sql`select from person where tenant_id = ${ctx.tenant.id} and id = any (${ids}::uuid[]) order by id for no key update`.execute(
    ctx.db,
  );
  const current = new Map((await readColumns(ctx, ids)).map(({ id, ...columns }) => [id, JSON.stringify(columns)]));
  return people.every(({ id, stored }) => stored && current.get(id) === JSON.stringify(stored));
}

type Row = PersonColumns & { id: Id<"person"> };

async function readColumns(ctx: Ctx, ids: readonly Id<"person">[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select id, ${sql.join(columnNames.map((name) => sql.ref(name)))} from person
    where tenant_id = ${ctx.tenant.id} and id = any (${ids}::uuid[]) and erased_at is null`.execute(ctx.db);
  return rows;
}

type StoredPosition = Position & { readonly root: Id<"person"> };

/** In the order in which they count: the first is the present company. */
async function readPositions(ctx: Ctx, ids: readonly Id<"person">[]): Promise<StoredPosition[]> {
  const { rows } = await sql<StoredPosition>`
    with records as (
      select r.id as root, r.id from unnest(${ids}::uuid[]) r (id)
      union all
      select q.canonical_id, q.id from person q where q.tenant_id = ${ctx.tenant.id} and q.canonical_id = any (${ids}::uuid[])
    )
    select r.root, a.id, a.person_id as "personId", a.company_id as "companyId", a.title, a.title as "storedTitle", a.source
    from records r
    join affiliation a on a.tenant_id = ${ctx.tenant.id} and a.person_id = r.id and a.until is null
    order by r.root, a.preferred desc, r.id = r.root desc, a.since desc nulls last, a.created_at desc, a.id desc`.execute(
    ctx.db,
  );
  return rows;
}

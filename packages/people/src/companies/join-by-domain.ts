import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { type RawBuilder, sql } from "kysely";

/**
 * Gives these people their place in the companies to which their addresses belong, unless they are there already: what
 * a newly known address says about somebody.
 */
export async function joinByDomain(ctx: Ctx, people: readonly Id<"person">[]): Promise<void> {
  const who = sql`i.person_id = any (${people}::uuid[])`;
  const { rows } = await sql<Joined>`
    with made as (${joining(ctx, who, sql`a.until is null`)})
    select made.id, made.person_id as "personId", made.company_id as "companyId", c.name
    from made join company c on c.tenant_id = made.tenant_id and c.id = made.company_id`.execute(ctx.db);
  for (const { id, personId, companyId, name } of rows) {
    await recordChange(ctx, {
      action: "position.taken",
      subjectType: "person",
      subjectId: personId,
      personId,
      before: null,
      after: { company: name, source: "domain" },
    });
    await appendFact(ctx, "people.position-taken", { affiliationId: id, personId, companyId });
  }
}

interface Joined {
  readonly id: Id<"affiliation">;
  readonly personId: Id<"person">;
  readonly companyId: Id<"company">;
  readonly name: string;
}

/** The same for many at once, as part of a change set; resolves to how many places there are now. */
export function joinManyByDomain(
  ctx: Ctx,
  people: readonly Id<"person">[],
  changeSetId: Id<"change_set">,
): Promise<number> {
  return joinAndRemember(ctx, sql`i.person_id = any (${people}::uuid[])`, sql`a.until is null`, changeSetId);
}

/**
 * The same for everybody who has an address at one domain, and never had a place at its company: who left it by somebody's
 * hand is not brought back.
 */
export function joinAllOfDomain(ctx: Ctx, domain: string, changeSetId: Id<"change_set">): Promise<number> {
  const who = sql`right(i.value, ${domain.length + 1}) = ${`@${domain}`} and d.domain = ${domain}`;
  return joinAndRemember(ctx, who, sql`true`, changeSetId);
}

async function joinAndRemember(
  ctx: Ctx,
  who: RawBuilder<unknown>,
  whereAlready: RawBuilder<unknown>,
  changeSetId: Id<"change_set">,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    with made as (${joining(ctx, who, whereAlready)})
    insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, person_id, after)
    select made.tenant_id, ${changeSetId}, 'affiliation', made.id, made.person_id, to_jsonb(made) from made`.execute(
    ctx.db,
  );
  return Number(numAffectedRows);
}

/** A place goes to the very record that has the address, so that parting merged records gives it back with it. */
function joining(ctx: Ctx, who: RawBuilder<unknown>, whereAlready: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    insert into affiliation (tenant_id, company_id, person_id, source, created_at)
    select distinct on (coalesce(p.canonical_id, p.id), d.company_id)
      i.tenant_id, d.company_id, i.person_id, 'domain', ${ctx.clock.now()}::timestamptz
    from person_identity i
    join company_domain d on d.tenant_id = i.tenant_id and d.domain = split_part(i.value, '@', -1)
    join person p on p.tenant_id = i.tenant_id and p.id = i.person_id
    where i.tenant_id = ${ctx.tenant.id} and i.kind = 'email' and p.erased_at is null and ${who}
      and not exists (
        select from person q join affiliation a on a.tenant_id = q.tenant_id and a.person_id = q.id
        where q.tenant_id = i.tenant_id and a.company_id = d.company_id and ${whereAlready}
          and (q.id = coalesce(p.canonical_id, p.id) or q.canonical_id = coalesce(p.canonical_id, p.id)))
    order by coalesce(p.canonical_id, p.id), d.company_id, i.person_id
    on conflict (tenant_id, person_id, company_id) where until is null do nothing
    returning *`;
}

import { type Id, lineSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { permissionsOf, type Role, roles } from "@guildhall/tenancy/schemas";
import { type RawBuilder, sql } from "kysely";
import { byThemselves, type Commenter } from "./commenter.ts";
import { roleToComment } from "./hold-thread.ts";

/** Somebody who can be spoken to about a document. */
export interface Mentionable {
  readonly id: Id<"person">;
  readonly name: string;
  readonly isStaff: boolean;
}

const offered = 8;
/** Of those whose name begins so, that many are asked about. */
const looked = 60;

/**
 * Whom an at sign and these letters may mean: colleagues and whoever took part already; for those who work here also
 * everybody else whom the document was opened to. Nobody who could not hear it.
 */
export async function findMentionable(
  ctx: Ctx,
  documentId: Id<"document">,
  typed: string,
  who: Commenter = byThemselves,
): Promise<readonly Mentionable[]> {
  await roleToComment(ctx, documentId, who);
  const line = lineSchema(80).safeParse(typed);
  const start = line.success ? line.data.toLowerCase() : "";
  const isNamed = sql<boolean>`(starts_with(lower(p.full_name), ${start}) or starts_with(p.sort_name, ${start})
    or position(' ' || ${start}::text in lower(p.full_name)) > 0)`;
  return peopleToMention(ctx, documentId, { such: isNamed, start, most: offered });
}

/** Those of these people who may be spoken to about a document by the actor. */
export async function mentionableAmong(
  ctx: Ctx,
  documentId: Id<"document">,
  ids: readonly string[],
): Promise<readonly Mentionable[]> {
  if (ids.length === 0) return [];
  return peopleToMention(ctx, documentId, {
    such: sql<boolean>`p.id = any (${[...ids]}::uuid[])`,
    ids,
    most: ids.length,
  });
}

/** Whoever may be named without being looked for: colleagues and those who took part. */
export function peopleAround(ctx: Ctx, documentId: Id<"document">): Promise<readonly Mentionable[]> {
  return peopleToMention(ctx, documentId, { such: sql<boolean>`true`, most: 500 });
}

interface Wanted {
  readonly such: RawBuilder<boolean>;
  /** What their name begins with. */
  readonly start?: string;
  readonly ids?: readonly string[];
  readonly most: number;
}

async function peopleToMention(
  ctx: Ctx,
  documentId: Id<"document">,
  { such, start = "", ids = [], most }: Wanted,
): Promise<readonly Mentionable[]> {
  const { actor, clock } = ctx;
  // Strangers with a link are told no names.
  if (actor.kind !== "person") return [];
  const everywhere: readonly Role[] = roles.filter((role) => permissionsOf[role].has("docs.manage-all"));
  const { rows } = await sql<Mentionable>`
    with here as (select d.scope_id from document d where d.id = ${documentId}),
    candidate as (
      select m.person_id as id from membership m
      union
      select coalesce(p.canonical_id, p.id) from document_thread t
      join document_comment c on c.thread_id = t.id join person p on p.id = c.author_person_id
      where t.document_id = ${documentId}
      union
      select coalesce(p.canonical_id, p.id) from document_author a join person p on p.id = a.person_id
      where a.document_id = ${documentId}
      ${actor.role === null ? sql`` : signedInWhose(start, ids)}
    )
    select p.id, p.full_name as name, m.role is not null as "isStaff"
    from candidate x
    join person p on p.id = x.id and p.erased_at is null
    left join membership m on m.person_id = p.id
    cross join here
    where ${such} and p.id <> ${actor.personId}
      and document_role_at(here.scope_id, p.id, true, coalesce(m.role = 'viewer', false), null,
        coalesce(m.role = any (${[...everywhere]}::text[]), false), ${clock.now()}) >= 2
    order by m.role is null, p.sort_name, p.id
    limit ${most}`.execute(ctx.db);
  return rows;
}

/** Whoever has a way in; what the document is to them is asked afterwards. */
function signedInWhose(start: string, ids: readonly string[]): RawBuilder<unknown> {
  if (ids.length > 0)
    return sql`union select l.person_id from resolved_login l where l.person_id = any (${[...ids]}::uuid[])`;
  if (start === "") return sql``;
  return sql`
    union (select l.person_id from resolved_login l join person p on p.id = l.person_id
      where p.sort_name >= ${start} and p.sort_name < ${`${start}\u{10ffff}`}
      order by p.sort_name limit ${looked})`;
}

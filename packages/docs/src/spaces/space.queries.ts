import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { roleOfLevel } from "../access/document-role.ts";
import { placesOf } from "../access/role-at.ts";
import { goneBefore } from "../trash/kept-until.ts";
import type { Space } from "./space.ts";

type Row = Omit<Space, "role"> & { readonly level: number | null };

/** The spaces in which the reader may see something, in their order. */
export async function listSpaces(ctx: Ctx): Promise<readonly Space[]> {
  const { rows } = await spaces(ctx, null);
  return rows.map(spaceOf);
}

/** A space for whoever may see something in it; `key` is what a link that was followed carries. */
export async function getSpace(ctx: Ctx, spaceId: Id<"space">, key: string | null = null): Promise<Space> {
  const { rows } = await spaces(ctx, spaceId, key);
  const [row] = rows;
  if (!row) throw notFound();
  return spaceOf(row);
}

function spaces(ctx: Ctx, spaceId: Id<"space"> | null, key: string | null = null) {
  return sql<Row>`
    with seen as materialized (select * from ${placesOf(ctx, key)} r)
    select s.id, s.name, s.purpose, s.icon, own.role as level
    from space s
    left join document_scope place on place.space_id = s.id and place.is_space
    left join seen own on own.scope_id = place.id
    where s.removed_at is null ${spaceId ? sql`and s.id = ${spaceId}` : sql``}
      and (own.role is not null or exists (
        select from document_scope o join seen r on r.scope_id = o.id
        join document d on d.scope_id = o.id and d.removed_at is null
        where o.space_id = s.id))
    order by s.rank, s.id`.execute(ctx.db);
}

function spaceOf({ level, ...space }: Row): Space {
  return { ...space, role: roleOfLevel(level) };
}

/** The spaces in the trash that the reader may put up again, newest first. */
export async function listRemovedSpaces(
  ctx: Ctx,
): Promise<readonly { readonly id: Id<"space">; readonly name: string; readonly removedAt: Date }[]> {
  const { rows } = await sql<{ id: Id<"space">; name: string; removedAt: Date }>`
    select s.id, s.name, s.removed_at as "removedAt"
    from space s
    join document_scope place on place.space_id = s.id and place.is_space
    join ${placesOf(ctx)} r on r.scope_id = place.id and r.role = 4
    where s.removed_at >= ${goneBefore(ctx.clock.now())}
    order by s.removed_at desc, s.id
    limit 100`.execute(ctx.db);
  return rows;
}

import { type Id, idSchema, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { roleOfLevel } from "../access/document-role.ts";
import { placesOf } from "../access/role-at.ts";
import type { Branch, BranchPlace, TreePlace } from "./document.ts";

/** Where in a branch a page of it begins: at its first line, beyond a line that a cursor names, or around a document. */
export interface BranchPage {
  readonly size: number;
  readonly cursor?: string | null;
  readonly around?: Id<"document"> | null;
}

type Way = "next" | "previous";
interface Edge {
  readonly way: Way;
  readonly rank: string;
  readonly id: string;
  /** The line itself too, and not only what lies beyond it. */
  readonly itself?: boolean;
}

/** Lines above the one that a page was asked for around, so that it does not stand at the very edge. */
const above = 20;

/**
 * What stands under a document, or at the top of a space, in order, as far as the reader may see: one page of it. At the
 * top stands also what hangs from something that they may not see.
 */
export async function listBranch(ctx: Ctx, place: BranchPlace, page: BranchPage): Promise<Branch> {
  const middle = page.around ? await findTreeLine(ctx, page.around) : null;
  if (middle && middle.spaceId === place.spaceId && middle.parentId === place.parentId) {
    const { rank, id } = middle;
    const before = await lines(ctx, place, above, { way: "previous", rank, id });
    const from = await lines(ctx, place, page.size, { way: "next", rank, id, itself: true });
    return { rows: [...before.rows, ...from.rows], previous: before.beyond, next: from.beyond };
  }
  const cursor = page.cursor ? readCursor(page.cursor) : null;
  const { rows, beyond } = await lines(ctx, place, page.size, cursor);
  if (!cursor) return { rows, previous: null, next: beyond };
  const [first, last] = [rows.at(0), rows.at(-1)];
  return cursor.way === "next"
    ? { rows, previous: first ? writeCursor("previous", first) : null, next: beyond }
    : { rows, previous: beyond, next: last ? writeCursor("next", last) : null };
}

/** A document as its line of the tree stands now; null for one that the reader may not see, and in the trash. */
export async function findTreeLine(ctx: Ctx, documentId: Id<"document">): Promise<TreePlace | null> {
  const { rows } = await sql<Row>`
    with seen as materialized (select * from ${placesOf(ctx)} r)
    select ${columns},
      (select p.id from document p join seen q on q.scope_id = p.scope_id where p.id = d.parent_id) as "parentId",
      ${hasChildren(sql`d.id`)}
    from document d
    join seen r on r.scope_id = d.scope_id
    join space s on s.id = d.space_id and s.removed_at is null
    where d.id = ${documentId} and d.removed_at is null`.execute(ctx.db);
  return rows[0] ? placed(rows[0]) : null;
}

type Row = Omit<TreePlace, "role"> & { readonly level: number };

const columns = sql`d.id, d.space_id as "spaceId", d.title, d.icon, d.rank, d.edited_at as "editedAt", r.role as level`;

function hasChildren(id: RawBuilder<unknown>) {
  return sql`exists (
    select from document c join seen o on o.scope_id = c.scope_id
    where c.parent_id = ${id} and c.removed_at is null) as "hasChildren"`;
}

async function lines(ctx: Ctx, place: BranchPlace, size: number, edge: Edge | null) {
  const backwards = edge?.way === "previous";
  const order = backwards ? sql`order by rank desc, id desc` : sql`order by rank, id`;
  const { rows } = await sql<Row>`
    with seen as materialized (select * from ${placesOf(ctx)} r),
    line as (${candidates(place, size + 1, edge)})
    select line.*, ${hasChildren(sql`line.id`)} from line ${order} limit ${size + 1}`.execute(ctx.db);
  const found = rows.slice(0, size).map(placed);
  if (backwards) found.reverse();
  const last = backwards ? found.at(0) : found.at(-1);
  return {
    rows: found,
    beyond: rows.length > size && last ? writeCursor(backwards ? "previous" : "next", last) : null,
  };
}

/**
 * Each part by itself reads as many as are asked for and no more. Only what has grants of its own can be seen where what
 * it hangs from cannot.
 */
function candidates({ spaceId, parentId }: BranchPlace, most: number, edge: Edge | null) {
  const order = edge?.way === "previous" ? sql`order by d.rank desc, d.id desc` : sql`order by d.rank, d.id`;
  const part = (where: RawBuilder<unknown>, from: RawBuilder<unknown>) => sql`
    (select ${columns}, ${from} as "parentId"
    from document d
    join seen r on r.scope_id = d.scope_id
    join space s on s.id = d.space_id and s.removed_at is null
    where d.space_id = ${spaceId} and d.removed_at is null and ${where} ${beyond(edge)}
    ${order} limit ${most})`;
  if (parentId) return part(sql`d.parent_id = ${parentId}`, sql`d.parent_id`);
  const orphaned = sql`d.own_scope and d.parent_id is not null and not exists (
    select from document p join seen q on q.scope_id = p.scope_id where p.id = d.parent_id)`;
  return sql`${part(sql`d.parent_id is null`, sql`d.parent_id`)} union all ${part(orphaned, sql`null::uuid`)}`;
}

function beyond(edge: Edge | null) {
  if (!edge) return sql``;
  const than = sql.raw(`${edge.way === "previous" ? "<" : ">"}${edge.itself ? "=" : ""}`);
  return sql`and (d.rank, d.id) ${than} (${edge.rank}, ${edge.id}::uuid)`;
}

function placed({ level, ...line }: Row): TreePlace {
  const role = roleOfLevel(level);
  if (!role) throw new RangeError(`There is no role ${level}.`);
  return { ...line, role };
}

const cursorSchema = z.tuple([z.enum(["next", "previous"]), z.string().max(400), idSchema("document")]);

function writeCursor(way: Way, { rank, id }: Pick<TreePlace, "rank" | "id">): string {
  return Buffer.from(JSON.stringify([way, rank, id])).toString("base64url");
}

function readCursor(text: string): Edge {
  try {
    const [way, rank, id] = cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { way, rank, id };
  } catch {
    throw invalid("core.cursor-malformed");
  }
}

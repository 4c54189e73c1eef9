import { type Id, notFound, type Page, type PageOf } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";
import { sql } from "kysely";
import { documentPolicy } from "../access/document.policy.ts";
import { roleOfLevel } from "../access/document-role.ts";
import { placesOf, roleAt } from "../access/role-at.ts";
import { goneBefore } from "../trash/kept-until.ts";
import type { Document, DocumentLine, TreeLine } from "./document.ts";

/** A document for whoever may see it; `key` is what a link that was followed carries. */
export async function getDocument(ctx: Ctx, documentId: Id<"document">, key: string | null = null): Promise<Document> {
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const found = await ctx.db
    .selectFrom("document as d")
    .innerJoin("space as s", (join) => join.onRef("s.tenant_id", "=", "d.tenant_id").onRef("s.id", "=", "d.space_id"))
    .leftJoin("document_favourite as f", (join) =>
      join.onRef("f.tenant_id", "=", "d.tenant_id").onRef("f.document_id", "=", "d.id").on("f.person_id", "=", me),
    )
    .select(["d.id", "d.space_id as spaceId", "d.parent_id as parentId", "d.title", "d.icon", "d.scope_id as scopeId"])
    .select(["d.edited_at as editedAt", "d.edited_by as editedBy"])
    .select(["d.created_at as createdAt", "d.created_by as createdBy"])
    .select(["s.name as spaceName", "f.document_id as favouriteId"])
    .where("d.id", "=", documentId)
    .where("d.removed_at", "is", null)
    .where("s.removed_at", "is", null)
    .executeTakeFirst();
  if (!found) throw notFound();
  const { scopeId, favouriteId, ...document } = found;
  const role = await roleAt(ctx, scopeId, key);
  documentPolicy.require(ctx.actor, "view", { role });
  if (!role) throw notFound();
  return { ...document, role, favourite: favouriteId !== null, path: await pathOf(ctx, documentId, key) };
}

/** What a document hangs from, from the top down, as far as the reader may see it. */
async function pathOf(ctx: Ctx, documentId: Id<"document">, key: string | null): Promise<Document["path"]> {
  const { rows } = await sql<Document["path"][number]>`
    with recursive above as (
      select d.id, d.parent_id, 0 as step from document d where d.id = ${documentId}
      union all
      select p.id, p.parent_id, a.step + 1 from above a join document p on p.id = a.parent_id
    )
    select d.id, d.title, d.icon
    from above a join document d on d.id = a.id join ${placesOf(ctx, key)} r on r.scope_id = d.scope_id
    where a.step > 0 order by a.step desc`.execute(ctx.db);
  return rows;
}

/** More than anybody reads in one place of a tree; what comes after is found by searching. */
const mostSiblings = 1_000;

/**
 * What stands under a document, or at the top of a space, in order, as far as the reader may see. At the top stands also
 * what hangs from something that they may not see.
 */
export async function listTree(
  ctx: Ctx,
  spaceId: Id<"space">,
  parentId: Id<"document"> | null,
  key: string | null = null,
): Promise<readonly TreeLine[]> {
  const { rows } = await sql<Omit<TreeLine, "role"> & { readonly level: number }>`
    with seen as materialized (select * from ${placesOf(ctx, key)} r)
    select d.id, d.space_id as "spaceId", d.parent_id as "parentId", d.title, d.icon, d.edited_at as "editedAt",
      r.role as level,
      exists (
        select from document c join seen o on o.scope_id = c.scope_id
        where c.parent_id = d.id and c.removed_at is null) as "hasChildren"
    from document d
    join seen r on r.scope_id = d.scope_id
    join space s on s.id = d.space_id and s.removed_at is null
    where d.space_id = ${spaceId} and d.removed_at is null
      and ${
        parentId
          ? sql`d.parent_id = ${parentId}`
          : sql`(d.parent_id is null or not exists (
              select from document p join seen q on q.scope_id = p.scope_id where p.id = d.parent_id))`
      }
    order by d.rank, d.id
    limit ${mostSiblings}`.execute(ctx.db);
  return rows.map(lineOf);
}

/** What was last edited of all that the reader may see, newest first. */
export async function listDocuments(ctx: Ctx, page: Page): Promise<PageOf<DocumentLine>> {
  const { rows, ...cursors } = await keyset(linesSeen(ctx), page, {
    columns: ["editedAt", "id"],
    direction: "desc",
    references: { editedAt: "d.edited_at", id: "d.id" },
  });
  return { ...cursors, rows: rows.map(lineOf) };
}

/** Where the reader was last, newest first, at most `most`. */
export async function listRecent(ctx: Ctx, most = 12): Promise<readonly DocumentLine[]> {
  if (ctx.actor.kind !== "person") return [];
  const rows = await linesSeen(ctx)
    .innerJoin("document_visit as v", (join) =>
      join.onRef("v.tenant_id", "=", "d.tenant_id").onRef("v.document_id", "=", "d.id"),
    )
    .where("v.person_id", "=", ctx.actor.personId)
    .orderBy("v.visited_at", "desc")
    .orderBy("v.document_id", "desc")
    .limit(most)
    .execute();
  return rows.map(lineOf);
}

/** What the reader keeps at hand, in the order in which they chose it. */
export async function listFavourites(ctx: Ctx): Promise<readonly DocumentLine[]> {
  if (ctx.actor.kind !== "person") return [];
  const rows = await linesSeen(ctx)
    .innerJoin("document_favourite as f", (join) =>
      join.onRef("f.tenant_id", "=", "d.tenant_id").onRef("f.document_id", "=", "d.id"),
    )
    .where("f.person_id", "=", ctx.actor.personId)
    .orderBy("f.added_at")
    .limit(200)
    .execute();
  return rows.map(lineOf);
}

/** What lies in the trash and the reader may take out again, newest first; what went there with something else goes by that. */
export async function listTrash(ctx: Ctx, page: Page): Promise<PageOf<DocumentLine & { readonly removedAt: Date }>> {
  const trash = ctx.db
    .selectFrom("document as d")
    .innerJoin(placesOf(ctx).as("r"), (join) => join.onRef("r.scope_id", "=", "d.scope_id"))
    .innerJoin("space as s", (join) => join.onRef("s.tenant_id", "=", "d.tenant_id").onRef("s.id", "=", "d.space_id"))
    .select(["d.id", "d.space_id as spaceId", "d.parent_id as parentId", "d.title", "d.icon"])
    .select(["d.edited_at as editedAt", "r.role as level", sql<Date>`d.removed_at`.as("removedAt")])
    .whereRef("d.removed_with", "=", sql.ref("d.id"))
    .where("d.removed_at", ">=", goneBefore(ctx.clock.now()))
    .where("s.removed_at", "is", null)
    .where("r.role", ">=", 3);
  const { rows, ...cursors } = await keyset(trash, page, {
    columns: ["removedAt", "id"],
    direction: "desc",
    references: { removedAt: "d.removed_at", id: "d.id" },
  });
  return { ...cursors, rows: rows.map(lineOf) };
}

function linesSeen(ctx: Ctx) {
  return ctx.db
    .selectFrom("document as d")
    .innerJoin(placesOf(ctx).as("r"), (join) => join.onRef("r.scope_id", "=", "d.scope_id"))
    .innerJoin("space as s", (join) => join.onRef("s.tenant_id", "=", "d.tenant_id").onRef("s.id", "=", "d.space_id"))
    .select(["d.id", "d.space_id as spaceId", "d.parent_id as parentId", "d.title", "d.icon"])
    .select(["d.edited_at as editedAt", "r.role as level"])
    .where("d.removed_at", "is", null)
    .where("s.removed_at", "is", null);
}

function lineOf<Row extends { readonly level: number }>({ level, ...line }: Row) {
  const role = roleOfLevel(level);
  if (!role) throw new RangeError(`There is no role ${level}.`);
  return { ...line, role };
}

export interface PlaceChoice {
  readonly spaceId: Id<"space">;
  /** Null for the top of the space. */
  readonly parentId: Id<"document"> | null;
  readonly title: string;
  readonly depth: number;
}

/** More than anybody finds in one list. */
const mostPlaces = 500;

/** Where the reader could put something, or move a document to: every space and document in which they may write, but not below itself. */
export async function listPlaces(ctx: Ctx, documentId: Id<"document"> | null = null): Promise<readonly PlaceChoice[]> {
  const { rows } = await sql<PlaceChoice>`
    with recursive seen as materialized (select * from ${placesOf(ctx)} r where r.role >= 3),
    tree as (
      select d.space_id, d.id, d.title, 1 as depth, array[d.rank, d.id::text] as way
      from document d join seen r on r.scope_id = d.scope_id
      where d.removed_at is null and d.parent_id is null and d.id is distinct from ${documentId}
      union all
      select d.space_id, d.id, d.title, t.depth + 1, t.way || array[d.rank, d.id::text]
      from tree t join document d on d.parent_id = t.id join seen r on r.scope_id = d.scope_id
      where d.removed_at is null and d.id is distinct from ${documentId}
    ), place as (
      select s.id as space_id, null::uuid as parent_id, s.name as title, 0 as depth, s.rank, array[]::text[] as way
      from space s join document_scope p on p.space_id = s.id and p.is_space join seen r on r.scope_id = p.id
      where s.removed_at is null
      union all
      select t.space_id, t.id, t.title, t.depth, s.rank, t.way
      from tree t join space s on s.id = t.space_id and s.removed_at is null
    )
    select space_id as "spaceId", parent_id as "parentId", title, depth
    from place order by rank, space_id, way collate "C"
    limit ${mostPlaces}`.execute(ctx.db);
  return rows;
}

/** The documents that the reader may see whose title has these letters, the last edited first. */
export async function findDocuments(ctx: Ctx, typed: string, most: number): Promise<readonly DocumentLine[]> {
  const rows = await linesSeen(ctx)
    .where("d.title", "<>", "")
    .where(sql<boolean>`position(lower(${typed.trim()}) in lower(d.title)) > 0`)
    .orderBy("d.edited_at", "desc")
    .orderBy("d.id", "desc")
    .limit(most)
    .execute();
  return rows.map(lineOf);
}

/** What these documents are called, those of them that the reader may see. */
export async function findTitles(ctx: Ctx, ids: readonly Id<string>[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await linesSeen(ctx)
    .where(sql<boolean>`d.id = any (${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

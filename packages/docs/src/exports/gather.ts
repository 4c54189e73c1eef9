import { AppError, type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { type FileStore, fileAccess, type OpenFile, openFile } from "@guildhall/files";
import { findRoom, readRoom } from "@guildhall/sync";
import { sql } from "kysely";
import { placesOf } from "../access/role-at.ts";
import { getDocument } from "../documents/document.queries.ts";
import { mayViewDocument } from "../documents/document-files.ts";
import { documentJson } from "../editor/document-json.ts";
import { documentLinks } from "../editor/document-links.ts";
import { emptyDocument } from "../editor/document-update.ts";
import type { Chapter } from "../formats/writing.ts";
import { getSpace } from "../spaces/space.queries.ts";
import type { TakenThing } from "./export-format.ts";

/** The most documents that go into one file. */
const mostDocuments = 5_000;

export interface Line {
  readonly id: Id<"document">;
  readonly parentId: Id<"document"> | null;
  readonly title: string;
  readonly depth: number;
}

/** What is asked for, and whatever of it whoever asks may see, in the order of the tree. Throws not-found where that is nothing. */
export async function linesOf(
  ctx: Ctx,
  thing: TakenThing,
  key: string | null = null,
): Promise<{ title: string; lines: readonly Line[] }> {
  if ("spaceId" in thing) {
    const { name } = await getSpace(ctx, thing.spaceId, key);
    return {
      title: name,
      lines: await treeFrom(
        ctx,
        sql`d.space_id = ${thing.spaceId} and (d.parent_id is null or not exists (
      select from document p join seen q on q.scope_id = p.scope_id where p.id = d.parent_id))`,
        key,
      ),
    };
  }
  const { id, title } = await getDocument(ctx, thing.documentId, key);
  const alone = [{ id, parentId: null, title, depth: 0 }];
  return { title, lines: thing.below ? await treeFrom(ctx, sql`d.id = ${thing.documentId}`, key) : alone };
}

async function treeFrom(ctx: Ctx, roots: ReturnType<typeof sql>, key: string | null): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`
    with recursive seen as materialized (select * from ${placesOf(ctx, key)} r),
    tree as (
      select d.id, null::uuid as parent_id, d.title, 0 as depth, array[d.rank, d.id::text] as way
      from document d join seen r on r.scope_id = d.scope_id where d.removed_at is null and ${roots}
      union all
      select d.id, t.id, d.title, t.depth + 1, t.way || array[d.rank, d.id::text]
      from tree t join document d on d.parent_id = t.id join seen r on r.scope_id = d.scope_id
      where d.removed_at is null
    )
    select id, parent_id as "parentId", title, depth from tree order by way collate "C" limit ${mostDocuments}`.execute(
    ctx.db,
  );
  return rows;
}

/** A document's words as they are now, in its place among the others. */
export async function chapterOf(ctx: Ctx, { id, title, depth }: Line): Promise<Chapter> {
  const room = await findRoom(ctx, "document", id);
  const json = room ? documentJson((await readRoom(ctx, room.id)).doc) : emptyDocument(title);
  return { id, title, depth, json };
}

/** The files that documents name, as far as whoever asks may open them. */
export async function openFiles(
  ctx: Ctx,
  store: FileStore,
  chapters: readonly Chapter[],
  key: string | null = null,
): Promise<ReadonlyMap<string, OpenFile>> {
  const access = fileAccess({ document: mayViewDocument(key) });
  const opened = new Map<string, OpenFile>();
  for (const id of new Set(chapters.flatMap(({ json }) => documentLinks(json).files))) {
    const file = await orNothing(openFile(ctx, store, access, idSchema("file").parse(id)));
    if (file) opened.set(id, file);
  }
  return opened;
}

/** What is gone, or not theirs to see, is left out; no fault is taken for that. */
async function orNothing<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && error.kind === "not-found") return null;
    throw error;
  }
}

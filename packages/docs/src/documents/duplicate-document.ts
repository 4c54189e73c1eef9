import { conflict, type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import { appendFact } from "@guildhall/jobs";
import { openRoom } from "@guildhall/sync";
import { recordChange } from "@guildhall/tenancy";
import { generateKeyBetween } from "fractional-indexing";
import { sql } from "kysely";
import { z } from "zod";
import { atLeast } from "../access/document-role.ts";
import { findScope } from "../access/find-scope.ts";
import { placesOf, roleAt } from "../access/role-at.ts";
import { documentRoom } from "../rooms/document-room.ts";
import { holdTrees, scopeOfSpace } from "../spaces/hold-space.ts";
import { copyScope } from "./copy-scope.ts";
import { documentRefInput } from "./document.ts";
import { holdDocument } from "./hold-document.ts";
import { findPlace } from "./place.ts";

const duplicateInput = documentRefInput.extend({
  /** Whether all that stands below it is copied too, as far as whoever copies may see it. */
  below: z.boolean().default(false),
});

/** More than anybody means to copy by one press. */
const most = 200;

/**
 * Puts a copy of a document right after it: its words, sign and files, without threads, and without whom the original was
 * shared with. What was broken off from above is broken off again, for the same people.
 */
export async function duplicateDocument(ctx: Ctx, input: unknown): Promise<Id<"document">> {
  const { documentId, below } = duplicateInput.parse(input);
  const spaceId = await spaceOf(ctx, documentId);
  await holdTrees(ctx, [spaceId]);
  const source = await holdDocument(ctx, documentId, "view");
  const place = await findPlace(ctx, source.space_id, source.parent_id);
  const originals = await listOriginals(ctx, documentId, below);
  if (originals.length > most) throw conflict("docs.copy-many", { most });

  const copies = new Map<Id<"document">, Copy>();
  for (const original of originals) {
    const above = original.parentId ? copies.get(original.parentId) : undefined;
    const isRoot = original.id === documentId;
    // What hangs from something that its copier may not see is left out with it.
    if (!isRoot && !above) continue;
    copies.set(
      original.id,
      await copyOne(ctx, original, {
        spaceId: place.spaceId,
        parentId: above?.id ?? place.parentId,
        scopeId: above?.scopeId ?? place.scopeId,
        rank: isRoot ? await rankAfter(ctx, source) : original.rank,
        title: isRoot ? titleOfCopy(ctx, original.title) : original.title,
      }),
    );
  }
  const copy = copies.get(documentId);
  if (!copy) throw new Error("A document was not copied that was just there.");
  return copy.id;
}

/** Whether the reader may put a copy beside a document that they may see. */
export async function mayDuplicate(
  ctx: Ctx,
  { spaceId, parentId }: { readonly spaceId: Id<"space">; readonly parentId: Id<"document"> | null },
): Promise<boolean> {
  const scopeId = parentId ? await findScope(ctx, parentId) : await scopeOfSpace(ctx, spaceId);
  return scopeId !== null && atLeast(await roleAt(ctx, scopeId), "edit");
}

async function spaceOf(ctx: Ctx, documentId: Id<"document">): Promise<Id<"space">> {
  const row = await ctx.db.selectFrom("document").select("space_id").where("id", "=", documentId).executeTakeFirst();
  if (!row) throw notFound();
  return row.space_id;
}

interface Original {
  readonly id: Id<"document">;
  readonly parentId: Id<"document"> | null;
  readonly rank: string;
  readonly title: string;
  readonly icon: string | null;
  readonly body: string;
  readonly scopeId: Id<"document_scope">;
  /** Whether what is granted above does not hold for it. */
  readonly brokenOff: boolean;
}

/** From the top down, so that what something hangs from is copied before it. */
async function listOriginals(ctx: Ctx, documentId: Id<"document">, below: boolean): Promise<readonly Original[]> {
  const { rows } = await sql<Original>`
    with recursive seen as materialized (select * from ${placesOf(ctx)} r),
    tree as (
      select d.id, 0 as depth from document d where d.id = ${documentId}
      union all
      select c.id, t.depth + 1 from tree t join document c on c.parent_id = t.id join seen r on r.scope_id = c.scope_id
      where c.removed_at is null and ${below}
    )
    select d.id, d.parent_id as "parentId", d.rank, d.title, d.icon, d.body, d.scope_id as "scopeId",
      d.own_scope and not s.inherits as "brokenOff"
    from tree t join document d on d.id = t.id join document_scope s on s.id = d.scope_id
    order by t.depth, d.rank, d.id
    limit ${most + 1}`.execute(ctx.db);
  return rows;
}

/** Right behind the original, before whatever follows it, in the trash too. */
async function rankAfter(
  ctx: Ctx,
  { space_id, parent_id, rank }: { space_id: Id<"space">; parent_id: Id<"document"> | null; rank: string },
): Promise<string> {
  const next = await ctx.db
    .selectFrom("document")
    .select("rank")
    .where("space_id", "=", space_id)
    .where("parent_id", "is not distinct from", parent_id)
    .where("rank", ">", rank)
    .orderBy("rank")
    .limit(1)
    .executeTakeFirst();
  return generateKeyBetween(rank, next?.rank ?? null);
}

const longest = 280;

function titleOfCopy({ locale }: Ctx, title: string): string {
  const named = title || m.docs_untitled({}, { locale });
  return m.docs_copy_of({ title: [...named].slice(0, longest).join("") }, { locale }).slice(0, 300);
}

interface Copy {
  readonly id: Id<"document">;
  readonly scopeId: Id<"document_scope">;
}

interface CopyPlace {
  readonly spaceId: Id<"space">;
  readonly parentId: Id<"document"> | null;
  readonly scopeId: Id<"document_scope">;
  readonly rank: string;
  readonly title: string;
}

async function copyOne(ctx: Ctx, original: Original, place: CopyPlace): Promise<Copy> {
  const now = ctx.clock.now();
  const creator = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const scopeId = original.brokenOff
    ? await copyScope(ctx, original.scopeId, { spaceId: place.spaceId, above: place.scopeId })
    : place.scopeId;
  const { id } = await ctx.db
    .insertInto("document")
    .values({
      tenant_id: ctx.tenant.id,
      space_id: place.spaceId,
      parent_id: place.parentId,
      rank: place.rank,
      scope_id: scopeId,
      own_scope: original.brokenOff,
      title: place.title,
      icon: original.icon,
      copied_from: original.id,
      body: original.body,
      created_by: creator,
      created_at: now,
      edited_by: creator,
      edited_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await openRoom(ctx, documentRoom, id);
  await takeAlong(ctx, original.id, id);
  await recordChange(ctx, {
    action: "document.created",
    subjectType: "document",
    subjectId: id,
    before: null,
    after: { title: place.title, copiedFrom: original.id },
  });
  await appendFact(ctx, "docs.document-created", { documentId: id });
  return { id, scopeId };
}

/** What the original names, the copy names; and what it shows, the copy may show too. */
async function takeAlong(ctx: Ctx, from: Id<"document">, to: Id<"document">): Promise<void> {
  const now = ctx.clock.now();
  await sql`
    insert into document_mention (tenant_id, document_id, target_type, target_id, since)
    select tenant_id, ${to}, target_type, target_id, ${now} from document_mention where document_id = ${from}`.execute(
    ctx.db,
  );
  await sql`
    insert into document_file (tenant_id, document_id, file_id, since)
    select f.tenant_id, ${to}, f.id, ${now} from file f
    where (f.subject_type = 'document' and f.subject_id = ${from})
      or f.id in (select h.file_id from document_file h where h.document_id = ${from})`.execute(ctx.db);
}

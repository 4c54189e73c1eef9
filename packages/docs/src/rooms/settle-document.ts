import { type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { editRoom, readChanges, type SettledRoom } from "@guildhall/sync";
import { personActor } from "@guildhall/tenancy";
import { sql } from "kysely";
import { keepAnchors } from "../comments/keep-anchors.ts";
import { documentLinks } from "../editor/document-links.ts";
import { documentText } from "../editor/document-text.ts";
import { putBack } from "../history/put-back.ts";
import { recordHistory } from "../history/record-history.ts";
import { documentKind } from "./document-kind.ts";

/** As much of a document as is searched. */
const mostBody = 500_000;

/** Takes note of what a document says now: its title and words, what it names, and who wrote in it since the last look. */
export async function settleDocument(ctx: Ctx, { roomId, subjectId, doc, seq }: SettledRoom): Promise<void> {
  const documentId = idSchema("document").parse(subjectId);
  const before = await ctx.db
    .selectFrom("document")
    .select(["title", "body_seq as seq", "history_seq as told"])
    .where("id", "=", documentId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!before) return; // purged meanwhile
  if (before.told < seq) await writeHistory(ctx, { documentId, roomId, doc, from: before.told + 1, to: seq });
  if (before.seq >= seq) return; // another look came first
  const { title, body } = documentText(doc);
  const writers = await writersSince(ctx, roomId, { from: before.seq + 1, to: seq });
  const last = writers.at(-1);
  await ctx.db
    .updateTable("document")
    .set({
      title: title.slice(0, 300),
      body: body.slice(0, mostBody),
      body_seq: seq,
      ...(last && { edited_by: last.personId, edited_at: last.at }),
    })
    .where("id", "=", documentId)
    .execute();
  const named = await writeMentions(ctx, documentId, documentLinks(doc));
  // What a document says when it is made, or made a copy of, nobody says to anybody.
  if (last) await tellMentioned(ctx, documentId, named, last.personId);
  for (const writer of writers) await noteWriter(ctx, documentId, writer);
  if (before.title !== title.slice(0, 300)) await appendFact(ctx, "docs.document-titled", { documentId });
  await keepAnchors(ctx, documentId, doc);
}

/** What somebody wrote where a restoration had left nothing is given back to them, in their name. */
async function writeHistory(ctx: Ctx, span: Parameters<typeof recordHistory>[1]): Promise<void> {
  const stranded = await recordHistory(ctx, span);
  for (const userId of new Set(stranded.map((each) => each.userId))) {
    const theirs = stranded.filter((each) => each.userId === userId);
    await editRoom(await inTheNameOf(ctx, userId), documentKind, span.documentId, (doc) => putBack(doc, theirs));
  }
}

async function inTheNameOf(ctx: Ctx, userId: Id<"user_account"> | null): Promise<Ctx> {
  const login =
    userId &&
    (await ctx.db.selectFrom("login").select("person_id as personId").where("user_id", "=", userId).executeTakeFirst());
  return userId && login ? { ...ctx, actor: personActor({ userId, personId: login.personId, role: null }) } : ctx;
}

interface Writer {
  readonly personId: Id<"person">;
  readonly at: Date;
}

/** Everybody who wrote between two changes, with their last; whoever wrote last stands last. */
async function writersSince(
  ctx: Ctx,
  roomId: Id<"sync_room">,
  span: { readonly from: number; readonly to: number },
): Promise<readonly Writer[]> {
  const lastOf = new Map<Id<"user_account">, Date>();
  for (let from = span.from; from <= span.to; ) {
    const changes = await readChanges(ctx, roomId, { from, to: span.to });
    for (const { userId, at } of changes) if (userId) lastOf.set(userId, at);
    from = (changes.at(-1)?.seq ?? span.to) + 1;
  }
  if (lastOf.size === 0) return [];
  const logins = await ctx.db
    .selectFrom("login")
    .select(["user_id as userId", "person_id as personId"])
    .where("user_id", "in", [...lastOf.keys()])
    .execute();
  return logins
    .flatMap(({ userId, personId }) => {
      const at = lastOf.get(userId);
      return at ? [{ personId, at }] : [];
    })
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

/** Tells once a day of each who wrote: what they wrote there is one line of their timeline, and not one a keystroke. */
async function noteWriter(ctx: Ctx, documentId: Id<"document">, { personId, at }: Writer): Promise<void> {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: ctx.tenant.timeZone }).format(at);
  const { rows } = await sql<{ told: boolean }>`
    insert into document_author as a (tenant_id, document_id, person_id, first_at, last_at, told_on)
    values (${ctx.tenant.id}, ${documentId}, ${personId}, ${at}, ${at}, ${day})
    on conflict (tenant_id, document_id, person_id) do update set last_at = excluded.last_at, told_on = excluded.told_on
    returning (select b.told_on from document_author b
      where b.document_id = a.document_id and b.person_id = a.person_id) is not distinct from a.told_on as told`.execute(
    ctx.db,
  );
  if (!rows[0]?.told) await appendFact(ctx, "docs.document-edited", { documentId, personId });
}

/** Says of people of the hall that they are named now who were not. */
async function tellMentioned(
  ctx: Ctx,
  documentId: Id<"document">,
  ids: readonly Id<"person">[],
  byPersonId: Id<"person">,
): Promise<void> {
  if (ids.length === 0) return;
  const people = await ctx.db.selectFrom("person").select("id").where("id", "in", ids).orderBy("id").execute();
  for (const { id: personId } of people)
    await appendFact(ctx, "docs.person-mentioned", { documentId, personId, byPersonId });
}

/** Keeps whom and what a document names; resolves to the people who were not named before. */
async function writeMentions(
  ctx: Ctx,
  documentId: Id<"document">,
  { people, companies, documents, files }: ReturnType<typeof documentLinks>,
): Promise<Id<"person">[]> {
  const named = [
    ...people.map((id) => ({ type: "person", id })),
    ...companies.map((id) => ({ type: "company", id })),
    ...documents.map((id) => ({ type: "document", id })),
    ...files.map((id) => ({ type: "file", id })),
  ];
  const { rows } = await sql<{ type: string; id: Id<"person"> }>`
    with named as (
      select * from unnest(${named.map(({ type }) => type)}::text[], ${named.map(({ id }) => id)}::uuid[]) n (type, id)
    ), gone as (
      delete from document_mention m
      where m.document_id = ${documentId}
        and not exists (select from named n where n.type = m.target_type and n.id = m.target_id)
    )
    insert into document_mention (tenant_id, document_id, target_type, target_id, since)
    select ${ctx.tenant.id}, ${documentId}, n.type, n.id, ${ctx.clock.now()} from named n
    on conflict do nothing
    returning target_type as type, target_id as id`.execute(ctx.db);
  return rows.filter(({ type }) => type === "person").map(({ id }) => id);
}

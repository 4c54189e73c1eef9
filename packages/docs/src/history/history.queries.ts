import type { Id, Page, PageOf } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";
import { sql } from "kysely";
import { documentField } from "../editor/document-node.ts";
import { difference } from "./difference.ts";
import { Hands } from "./hands.ts";
import type { DocumentVersion, HistoryLine, HistoryWriter } from "./history.ts";
import { IdRanges } from "./id-ranges.ts";
import type { MarkedNode } from "./marked-node.ts";
import { type Moment, type OpenHistory, openHistory, readMoment } from "./open-history.ts";
import { type Origin, partsOf } from "./part.ts";
import { writtenBy } from "./written-by.ts";

interface Asked {
  readonly documentId: Id<"document">;
  /** What the link that was followed carries. */
  readonly key?: string | null;
}

export interface History extends OpenHistory {
  readonly writers: readonly HistoryWriter[];
  readonly lines: PageOf<HistoryLine>;
  /** The newest names first, at most `mostVersions`. */
  readonly versions: readonly DocumentVersion[];
}

const mostVersions = 200;

/** Who wrote when, newest first, with the moments that were given a name; of one writer alone where that is asked. */
export async function readHistory(
  ctx: Ctx,
  { documentId, key = null, page, writer = null }: Asked & { readonly page: Page; readonly writer?: number | null },
): Promise<History> {
  const history = await openHistory(ctx, documentId, key);
  const lines = ctx.db.selectFrom(
    sql<HistoryLine>`(
      select 'session' as "is", s.id, s.last_seq as seq, s.first_seq - 1 as since, s.started_at as "startedAt",
        s.ended_at as at, s.writer, s.letters_added as "lettersAdded", s.letters_removed as "lettersRemoved",
        s.restored_seq as "restoredSeq", null as name
      from document_session s
      where s.document_id = ${documentId} and (${writer}::int is null or s.writer = ${writer}::int)
      union all
      select 'version', v.id, v.seq, v.seq, v.at, v.at, null, 0, 0, null, v.name
      from document_version v
      where v.document_id = ${documentId} and ${writer}::int is null
    )`.as("h"),
  );
  return {
    ...history,
    writers: await listWriters(ctx, documentId),
    lines: await keyset(lines.selectAll(), page, { columns: ["seq", "is", "id"], direction: "desc" }),
    versions: await listVersions(ctx, documentId),
  };
}

async function listVersions(ctx: Ctx, documentId: Id<"document">): Promise<readonly DocumentVersion[]> {
  return ctx.db
    .selectFrom("document_version")
    .select(["id", "name", "seq", "at", "named_by as namedBy"])
    .where("document_id", "=", documentId)
    .orderBy("seq", "desc")
    .limit(mostVersions)
    .execute();
}

async function listWriters(ctx: Ctx, documentId: Id<"document">): Promise<readonly HistoryWriter[]> {
  const { rows } = await sql<HistoryWriter>`
    select w.nth, w.kind, p.id as "personId", p.full_name as name
    from document_writer w
    left join person q on q.id = w.person_id
    left join person p on p.id = coalesce(q.canonical_id, q.id) and p.erased_at is null
    where w.document_id = ${documentId}
    order by w.nth`.execute(ctx.db);
  return rows;
}

export interface ShownMoment {
  readonly node: MarkedNode;
  readonly seq: number;
  readonly at: Date;
}

/** A document as it stood after a change, with who wrote its words. */
export async function showMoment(ctx: Ctx, { documentId, key = null, seq }: Asked & { readonly seq: number }) {
  const history = await openHistory(ctx, documentId, key);
  const { doc, generation, at } = await readMoment(ctx, history, seq);
  const hands = new Hands(generation);
  await hands.read(ctx, documentId);
  const parts = partsOf(doc.getXmlFragment(documentField));
  const node: MarkedNode = { type: "doc", content: writtenBy(parts, hands) };
  return { node, seq, at } satisfies ShownMoment;
}

/** How a document became what it was after one change from what it was after another, and through whom. */
export async function compareMoments(
  ctx: Ctx,
  { documentId, key = null, since, seq }: Asked & { readonly since: number; readonly seq: number },
): Promise<ShownMoment & { readonly since: number; readonly sinceAt: Date }> {
  const history = await openHistory(ctx, documentId, key);
  const before = await readMoment(ctx, history, since);
  const after = await readMoment(ctx, history, seq);
  const hands = new Hands(after.generation);
  await hands.read(ctx, documentId);
  const erasers = await readErasers(ctx, documentId, { since, seq, generation: after.generation });
  const node = difference(shown(before), shown(after), {
    added: (origin) => handOf(hands, origin)?.writer ?? null,
    removed: ({ client, clock }) => erasers.find(({ erased }) => erased.has(client, clock))?.writer ?? null,
  });
  return { node, seq, at: after.at, since, sinceAt: before.at };
}

const shown = ({ doc }: Moment) => partsOf(doc.getXmlFragment(documentField));
const handOf = (hands: Hands, { client, clock }: Origin) => hands.at(client, clock);

/** Who took what away between two changes, in the order in which they began. */
async function readErasers(
  ctx: Ctx,
  documentId: Id<"document">,
  { since, seq, generation }: { readonly since: number; readonly seq: number; readonly generation: number },
): Promise<readonly { readonly writer: number; readonly erased: IdRanges }[]> {
  const rows = await ctx.db
    .selectFrom("document_session")
    .select(["writer", "erased"])
    .where("document_id", "=", documentId)
    .where("generation", "=", generation)
    .where("last_seq", ">", since)
    .where("first_seq", "<=", seq)
    .orderBy("first_seq")
    .execute();
  return rows.map(({ writer, erased }) => ({ writer, erased: IdRanges.decode(erased) }));
}

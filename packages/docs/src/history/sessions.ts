import { type Id, newId } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { IdRanges } from "./id-ranges.ts";
import type { ReadChange } from "./read-change.ts";

/** Whoever writes nothing for so long has paused. */
const pause = 10 * 60_000;
/** Whoever writes without a pause gets a moment to come back to after so long all the same. */
const longest = 60 * 60_000;

interface Session {
  readonly id: Id<"document_session">;
  readonly generation: number;
  readonly writer: number;
  readonly first_seq: number;
  last_seq: number;
  readonly started_at: Date;
  ended_at: Date;
  letters_added: number;
  letters_removed: number;
  readonly erased: IdRanges;
  readonly restored_seq: number | null;
}

/** The sessions of a document that changes belong to. */
export class Sessions {
  readonly #ctx: Ctx;
  readonly #documentId: Id<"document">;
  readonly #open = new Map<number, Session>();
  readonly #restoring = new Map<number, Session>();
  readonly #fresh = new Set<Session>();
  readonly #changed = new Set<Session>();

  constructor(ctx: Ctx, documentId: Id<"document">) {
    this.#ctx = ctx;
    this.#documentId = documentId;
  }

  /** Reads those that changes from `first` on may go on with. */
  async read(first: ReadChange): Promise<void> {
    const rows = await this.#ctx.db
      .selectFrom("document_session")
      .select(["id", "generation", "writer", "first_seq", "last_seq", "started_at", "ended_at"])
      .select(["letters_added", "letters_removed", "erased", "restored_seq"])
      .where("document_id", "=", this.#documentId)
      .where((where) =>
        where.or([where("ended_at", ">=", new Date(first.at.getTime() - pause)), where("last_seq", ">=", first.seq)]),
      )
      .orderBy("last_seq")
      .execute();
    for (const { erased, ...row } of rows) {
      const session = { ...row, erased: IdRanges.decode(erased) };
      if (row.restored_seq === null) this.#open.set(row.writer, session);
      else this.#restoring.set(row.first_seq, session);
    }
  }

  note(change: ReadChange, writer: number, letters: { readonly added: number; readonly removed: number }): void {
    const session = this.#restoring.get(change.seq) ?? this.#going(change, writer) ?? this.#begin(change, writer);
    session.last_seq = Math.max(session.last_seq, change.seq);
    if (change.at > session.ended_at) session.ended_at = change.at;
    session.letters_added += letters.added;
    session.letters_removed += letters.removed;
    for (const { client, from, to } of change.took) session.erased.add(client, from, to);
    if (!this.#fresh.has(session)) this.#changed.add(session);
  }

  #going({ at, generation }: ReadChange, writer: number): Session | undefined {
    const session = this.#open.get(writer);
    const goesOn =
      session?.generation === generation &&
      at.getTime() - session.ended_at.getTime() < pause &&
      at.getTime() - session.started_at.getTime() < longest;
    return goesOn ? session : undefined;
  }

  #begin({ seq, generation, at }: ReadChange, writer: number): Session {
    const session: Session = {
      id: newId(),
      generation,
      writer,
      first_seq: seq,
      last_seq: seq,
      started_at: at,
      ended_at: at,
      letters_added: 0,
      letters_removed: 0,
      erased: new IdRanges(),
      restored_seq: null,
    };
    this.#open.set(writer, session);
    this.#fresh.add(session);
    return session;
  }

  async save(): Promise<void> {
    const { db, tenant } = this.#ctx;
    const place = { tenant_id: tenant.id, document_id: this.#documentId };
    for (const some of chunks([...this.#fresh], 500))
      await db
        .insertInto("document_session")
        .values(some.map((session) => ({ ...place, ...session, ...growing(session) })))
        .execute();
    for (const session of this.#changed)
      await db.updateTable("document_session").set(growing(session)).where("id", "=", session.id).execute();
    this.#fresh.clear();
    this.#changed.clear();
  }
}

/** What changes while somebody goes on. */
function growing({ last_seq, ended_at, letters_added, letters_removed, erased }: Session) {
  return {
    last_seq,
    ended_at,
    letters_added: Math.min(letters_added, mostLetters),
    letters_removed: Math.min(letters_removed, mostLetters),
    erased: Buffer.from(erased.encode()),
  };
}

const mostLetters = 2_000_000_000;

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, nth) => items.slice(nth * size, (nth + 1) * size));
}

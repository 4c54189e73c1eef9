import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { Change as LoggedChange } from "@guildhall/sync";
import { sql } from "kysely";

type Writer =
  | { readonly kind: "person"; readonly personId: Id<"person"> | null }
  | { readonly kind: "guest" | "house"; readonly personId: null };

/** Everybody who wrote in a document, each by a number: who made a change is what the log says, which knows the session behind it. */
export class Writers {
  readonly #ctx: Ctx;
  readonly #documentId: Id<"document">;
  readonly #numbers = new Map<string, number>();
  readonly #people = new Map<Id<"user_account">, Id<"person">>();
  readonly #begunBy: Id<"person"> | null;

  /** `begunBy` put the document down with a title of their own, which the log knows nobody behind. */
  constructor(ctx: Ctx, documentId: Id<"document">, begunBy: Id<"person"> | null = null) {
    this.#ctx = ctx;
    this.#documentId = documentId;
    this.#begunBy = begunBy;
  }

  /** Gives everybody behind these changes their number. The document's row is held by the caller. */
  async meet(changes: readonly Pick<LoggedChange, "seq" | "userId" | "connectionId">[]): Promise<void> {
    const users = [...new Set(changes.flatMap(({ userId }) => userId ?? []))];
    if (users.length > 0)
      for (const { userId, personId } of await this.#ctx.db
        .selectFrom("login")
        .select(["user_id as userId", "person_id as personId"])
        .where("user_id", "in", users)
        .execute())
        this.#people.set(userId, personId);
    const unique = new Map(changes.map((change) => [keyOf(this.#writerOf(change)), this.#writerOf(change)]));
    for (const writer of unique.values()) await this.#number(writer);
  }

  numberOf(change: Pick<LoggedChange, "seq" | "userId" | "connectionId">): number {
    const number = this.#numbers.get(keyOf(this.#writerOf(change)));
    if (number === undefined) throw new Error("Somebody wrote who was never met.");
    return number;
  }

  async #number(writer: Writer): Promise<void> {
    const { kind, personId } = writer;
    const { rows } = await sql<{ nth: number }>`
      with known as (
        select w.nth from document_writer w
        where w.document_id = ${this.#documentId} and w.kind = ${kind}
          and w.person_id is not distinct from ${personId}::uuid
        order by w.nth limit 1
      ), made as (
        insert into document_writer (tenant_id, document_id, nth, kind, person_id)
        select ${this.#ctx.tenant.id}, ${this.#documentId},
          (select coalesce(max(w.nth) + 1, 0) from document_writer w where w.document_id = ${this.#documentId}),
          ${kind}, ${personId}
        where not exists (select from known)
        returning nth
      )
      select nth from known union all select nth from made`.execute(this.#ctx.db);
    const [found] = rows;
    if (found) this.#numbers.set(keyOf(writer), found.nth);
  }

  #writerOf({ seq, userId, connectionId }: Pick<LoggedChange, "seq" | "userId" | "connectionId">): Writer {
    if (userId) return { kind: "person", personId: this.#people.get(userId) ?? null };
    if (seq === 1 && this.#begunBy) return { kind: "person", personId: this.#begunBy };
    return { kind: connectionId ? "guest" : "house", personId: null };
  }
}

const keyOf = ({ kind, personId }: Writer) => `${kind} ${personId ?? ""}`;

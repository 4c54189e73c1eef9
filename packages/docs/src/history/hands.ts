import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";

/** Letters and parts that one writer put into a room one after the other, and whose words they are. */
export interface Hand {
  readonly generation: number;
  readonly client: number;
  readonly from: number;
  readonly to: number;
  /** Who put them there, and who wrote them first: places in the list of writers. */
  readonly writer: number;
  readonly author: number;
}

/** Whose hand put what into one generation of a document's room. */
export class Hands {
  readonly #known = new Map<number, Hand[]>();
  #fresh: Hand[] = [];
  readonly #generation: number;

  constructor(generation: number) {
    this.#generation = generation;
  }

  /** Reads what these pages put there; of all pages without. */
  async read(ctx: Ctx, documentId: Id<"document">, clients?: Iterable<number>): Promise<void> {
    const wanted = clients && [...new Set(clients)].filter((client) => !this.#known.has(client));
    if (wanted?.length === 0) return;
    const rows = await ctx.db
      .selectFrom("document_hand")
      .select(["generation", "client", "clock_from as from", "clock_to as to", "writer", "author"])
      .where("document_id", "=", documentId)
      .where("generation", "=", this.#generation)
      .$if(wanted !== undefined, (query) => query.where(sql<boolean>`client = any (${wanted ?? []}::bigint[])`))
      .orderBy("client")
      .orderBy("clock_from")
      .execute();
    for (const client of wanted ?? []) this.#known.set(client, []);
    for (const row of rows) this.#of(row.client).push(row);
  }

  at(client: number, clock: number): Hand | null {
    const hands = this.#known.get(client);
    if (!hands) return null;
    let [low, high] = [0, hands.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((hands[middle]?.to ?? 0) <= clock) low = middle + 1;
      else high = middle;
    }
    const found = hands[low];
    return found && found.from <= clock ? found : null;
  }

  /** Notes what a page put there. What is known already stays whose it was: a page may send again what it heard of others. */
  put(hand: Omit<Hand, "generation">): void {
    const hands = this.#of(hand.client);
    const from = Math.max(hand.from, hands.at(-1)?.to ?? 0);
    if (from >= hand.to) return;
    const fresh = { ...hand, from, generation: this.#generation };
    hands.push(fresh);
    const last = this.#fresh.at(-1);
    const goesOn =
      last?.client === fresh.client && last.to === from && last.writer === fresh.writer && last.author === fresh.author;
    if (goesOn) this.#fresh[this.#fresh.length - 1] = { ...last, to: fresh.to };
    else this.#fresh.push(fresh);
  }

  /** Writes what is new, as more of what was there where it goes on with that. */
  async save(ctx: Ctx, documentId: Id<"document">): Promise<void> {
    const fresh = this.#fresh;
    this.#fresh = [];
    if (fresh.length === 0) return;
    const column = (name: keyof Hand) => fresh.map((hand) => hand[name]);
    await sql`
      with given as (
        select * from unnest(${column("client")}::bigint[], ${column("from")}::bigint[], ${column("to")}::bigint[],
          ${column("writer")}::int[], ${column("author")}::int[]) as g (client, clock_from, clock_to, writer, author)
      ), longer as (
        update document_hand h set clock_to = g.clock_to from given g
        where h.document_id = ${documentId} and h.generation = ${this.#generation} and h.client = g.client
          and h.clock_to = g.clock_from and h.writer = g.writer and h.author = g.author
        returning g.client, g.clock_from
      )
      insert into document_hand (tenant_id, document_id, generation, client, clock_from, clock_to, writer, author)
      select ${ctx.tenant.id}, ${documentId}, ${this.#generation}, g.client, g.clock_from, g.clock_to, g.writer, g.author
      from given g
      where not exists (select from longer l where l.client = g.client and l.clock_from = g.clock_from)`.execute(
      ctx.db,
    );
  }

  #of(client: number): Hand[] {
    const known = this.#known.get(client) ?? [];
    this.#known.set(client, known);
    return known;
  }
}

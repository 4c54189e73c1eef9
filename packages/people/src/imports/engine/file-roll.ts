import { nextId } from "./plan/ids.ts";
import type { PersonState } from "./plan/person-state.ts";
import type { BatchRoll, Owner, Roll } from "./plan/roll.ts";
import { identityKey } from "./plan/roll.ts";

/**
 * Whom a whole file has brought, for a dry run, which writes nobody down. The first hundred thousand are remembered in
 * full; of those after them only their identities and rows, so that memory stays small whatever the file.
 */
export class FileRoll implements Roll {
  #hall: BatchRoll | null = null;
  readonly #people = new Map<string, PersonState>();
  readonly #owners = new Map<string, Owner>();
  readonly #holders = new Map<string, PersonState["id"]>();
  readonly #rows = new RowsByHash();

  /** Whom the hall knows of the rows that come now. Somebody who came up before is as the file has left them. */
  meet(hall: BatchRoll): void {
    this.#hall = hall;
  }

  owner(identity: { kind: string; provider: string; value: string }): Owner | undefined {
    const key = identityKey(identity);
    const brought = this.#owners.get(key);
    if (brought) return brought;
    const known = this.#hall?.owner(identity);
    if (known) return known === "erased" ? known : this.#asLeft(known);
    const row = this.#rows.get(key);
    return row === undefined ? undefined : standIn(row);
  }

  claim(identity: { kind: string; provider: string; value: string }, person: PersonState): void {
    const key = identityKey(identity);
    if (this.#owners.size < mostRemembered) this.#owners.set(key, person);
    else this.#rows.set(key, person.row ?? 0);
  }

  holder(id: { provider: string; value: string }): PersonState["id"] | undefined {
    return this.#holders.get(`${id.provider} ${id.value}`) ?? this.#hall?.holder(id);
  }

  hold({ provider, value }: { provider: string; value: string }, { id }: PersonState): void {
    if (this.#holders.size < mostRemembered) this.#holders.set(`${provider} ${value}`, id);
  }

  #asLeft(person: PersonState): PersonState {
    const before = this.#people.get(person.id);
    if (before) return before;
    if (this.#people.size < mostRemembered) this.#people.set(person.id, person);
    return person;
  }
}

const mostRemembered = 100_000;

/** Somebody of whom no more is remembered than the row that brought them. */
function standIn(row: number): PersonState {
  const now = {
    full_name: "",
    sort_name: "",
    family_name: null,
    given_name: null,
    locale: null,
    time_zone: null,
    stage: null,
    owner_person_id: null,
    tag_ids: [],
    fields: {},
  };
  return { id: nextId(), stored: null, now, positions: [], row, since: null };
}

/** Numbers by text, twelve bytes an entry: open addressing over hashes of 53 bits, which do not meet in any file. */
class RowsByHash {
  #hashes = new Float64Array(1 << 12);
  #rows = new Int32Array(1 << 12);
  #count = 0;

  get(text: string): number | undefined {
    const place = this.#placeOf(hashOf(text));
    return this.#hashes[place] === 0 ? undefined : this.#rows[place];
  }

  set(text: string, row: number): void {
    if (this.#count * 2 >= this.#hashes.length) this.#grow();
    this.#put(hashOf(text), row);
  }

  #put(hash: number, row: number): void {
    const place = this.#placeOf(hash);
    if (this.#hashes[place] === 0) this.#count++;
    this.#hashes[place] = hash;
    this.#rows[place] = row;
  }

  #placeOf(hash: number): number {
    const mask = this.#hashes.length - 1;
    let place = hash % this.#hashes.length;
    while (this.#hashes[place] !== 0 && this.#hashes[place] !== hash) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [hashes, rows] = [this.#hashes, this.#rows];
    this.#hashes = new Float64Array(hashes.length * 2);
    this.#rows = new Int32Array(rows.length * 2);
    this.#count = 0;
    for (const [place, hash] of hashes.entries()) if (hash !== 0) this.#put(hash, rows[place] ?? 0);
  }
}

/** cyrb53 (public domain, github.com/bryc): never 0. */
function hashOf(text: string): number {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    first = Math.imul(first ^ code, 2_654_435_761);
    second = Math.imul(second ^ code, 1_597_334_677);
  }
  first = Math.imul(first ^ (first >>> 16), 2_246_822_507) ^ Math.imul(second ^ (second >>> 13), 3_266_489_909);
  second = Math.imul(second ^ (second >>> 16), 2_246_822_507) ^ Math.imul(first ^ (first >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & second) + (first >>> 0) || 1;
}

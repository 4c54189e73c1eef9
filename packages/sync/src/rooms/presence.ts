import { z } from "zod";
import type { PresenceState } from "../wire/frames.ts";
import type { Limits } from "./limits.ts";
import type { Identity, Member } from "./member.ts";

interface Seat {
  readonly member: Member | null;
  /** Where its node said it, for one of another node. */
  heardAt: number;
  clock: number;
  /** The client's own clock when it last spoke, to tell what is new. */
  ownClock: number;
  state: string;
}

const stateSchema = z.record(z.string(), z.unknown());
const outlives = 35_000; // y-websocket forgets after 30 s

/**
 * Who is in a room and where they are. A client id belongs to the connection that first spoke for it; what is said of
 * others is not heard. Names and colours come from the session.
 */
export class Presence {
  readonly #seats = new Map<number, Seat>();
  readonly #changed = new Set<number>();
  /** Who left and with which clock, so that who comes back with an old one is seen again. */
  readonly #gone = new Map<number, { clock: number; owner: string | undefined }>();
  readonly #limit: number;

  constructor(limits: Pick<Limits, "presence">) {
    this.#limit = limits.presence;
  }

  /** Takes up what a client says of itself; true when there is something to tell. */
  take(member: Member, states: readonly PresenceState[]): boolean {
    for (const { client, clock, state } of states) {
      const seat = this.#seats.get(client);
      if (!this.#maySpeakFor(client, member)) continue;
      if (seat?.member === member && clock < seat.ownClock) continue;
      const said = state === "null" ? "null" : this.#signed(state, member.identity);
      if (said === null || (said === "null" && !seat)) continue;
      this.#seat(client, member, clock, said);
    }
    return this.#changed.size > 0;
  }

  /** One client for each connection; one that has gone only for whoever had it, come back. */
  #maySpeakFor(client: number, member: Member): boolean {
    const seat = this.#seats.get(client);
    if (seat?.member === member) return true;
    if (seat && seat.state !== "null") return false;
    const owner = seat?.member ? ownerOf(seat.member) : this.#gone.get(client)?.owner;
    if (owner !== undefined && owner !== ownerOf(member)) return false;
    for (const other of this.#seats.values()) if (other.member === member && other.state !== "null") return false;
    return true;
  }

  /** The state with whose it is written into it; null for one that is too large or no object. */
  #signed(state: string, { name, color, personId }: Identity): string | null {
    if (Buffer.byteLength(state) > this.#limit) return null;
    try {
      return JSON.stringify({ ...stateSchema.parse(JSON.parse(state)), user: { name, color, personId } });
    } catch {
      return null;
    }
  }

  #seat(client: number, member: Member, ownClock: number, state: string): void {
    const last = Math.max(this.#seats.get(client)?.clock ?? 0, this.#gone.get(client)?.clock ?? 0);
    this.#seats.set(client, { member, heardAt: 0, ownClock, clock: Math.max(ownClock, last + 1), state });
    this.#changed.add(client);
  }

  /** The connection is over, and with it all that it spoke for. */
  leave(member: Member): boolean {
    for (const [client, seat] of this.#seats)
      if (seat.member === member && seat.state !== "null") {
        seat.state = "null";
        seat.clock += 1;
        this.#changed.add(client);
      }
    return this.#changed.size > 0;
  }

  /** What another node says of its own; what it says of ours is not heard. */
  hear(states: readonly PresenceState[], now: number): boolean {
    for (const { client, clock, state } of states) {
      const seat = this.#seats.get(client);
      if (seat?.member || (seat && clock <= seat.clock)) continue;
      this.#seats.set(client, { member: null, heardAt: now, clock, ownClock: clock, state });
      this.#changed.add(client);
    }
    return this.#changed.size > 0;
  }

  /** Those of other nodes that were not heard of for too long are gone. */
  forget(now: number): boolean {
    for (const [client, seat] of this.#seats)
      if (!seat.member && now - seat.heardAt > outlives && seat.state !== "null") {
        seat.state = "null";
        seat.clock += 1;
        this.#changed.add(client);
      }
    return this.#changed.size > 0;
  }

  /** What has changed since it was last asked: for everybody here, and of it for other nodes what is said here. */
  takeChanges(): { readonly all: readonly PresenceState[]; readonly ours: readonly PresenceState[] } {
    const all: PresenceState[] = [];
    const ours: PresenceState[] = [];
    for (const client of this.#changed) {
      const seat = this.#seats.get(client);
      if (!seat) continue;
      const said = { client, clock: seat.clock, state: seat.state };
      all.push(said);
      if (seat.member) ours.push(said);
      if (seat.state === "null") {
        this.#seats.delete(client);
        this.#remember(client, seat);
      }
    }
    this.#changed.clear();
    return { all, ours };
  }

  #remember(client: number, { clock, member }: Seat): void {
    this.#gone.delete(client);
    this.#gone.set(client, { clock, owner: member ? ownerOf(member) : undefined });
    const [oldest] = this.#gone.keys();
    if (this.#gone.size > 1_000 && oldest !== undefined) this.#gone.delete(oldest);
  }

  /** Everybody, for one who has just come. */
  everybody(): PresenceState[] {
    return [...this.#seats].map(([client, { clock, state }]) => ({ client, clock, state }));
  }

  /** Those who sit here, for other nodes. */
  ours(): PresenceState[] {
    return [...this.#seats].flatMap(([client, { member, clock, state }]) => (member ? [{ client, clock, state }] : []));
  }
}

const ownerOf = ({ identity, connectionId }: Member): string => identity.userId ?? connectionId;

import type { RoomKey } from "../log/room-log.ts";
import { type PresenceState, presenceFrame } from "../wire/frames.ts";
import type { Limits, Pace, Time } from "./limits.ts";
import type { Member } from "./member.ts";
import type { Outbound } from "./outbound.ts";
import { Presence } from "./presence.ts";

interface Options {
  readonly key: RoomKey;
  readonly members: ReadonlySet<Member>;
  readonly outbound: Outbound;
  readonly limits: Limits;
  readonly time: Time;
  readonly pace: Pick<Pace, "presence" | "heartbeat">;
  /** Tells other nodes what is said here. */
  readonly tellPresence: (room: RoomKey, states: readonly PresenceState[]) => void;
}

const cost = 0.2; // of an update: where somebody is may be said more often than something is changed

/** Tells everybody in a room who is there and where: what changes within one round goes out as one frame. */
export class PresenceRounds {
  readonly #options: Options;
  readonly #presence: Presence;
  #due: (() => void) | null = null;

  constructor(options: Options) {
    this.#options = options;
    this.#presence = new Presence(options.limits);
  }

  take(member: Member, states: readonly PresenceState[]): void {
    member.spend(cost);
    if (this.#presence.take(member, states)) this.#schedule();
  }

  hear(states: readonly PresenceState[]): void {
    if (this.#presence.hear(states, this.#options.time.now())) this.#schedule();
  }

  leave(member: Member): void {
    if (this.#presence.leave(member)) this.#schedule();
  }

  welcome(member: Member): void {
    const everybody = this.#presence.everybody();
    if (everybody.length > 0) member.send(presenceFrame(everybody));
  }

  /** To one who asked. */
  answer(member: Member): void {
    member.spend(1);
    member.send(presenceFrame(this.#presence.everybody()));
  }

  /** Those who sit here, for other nodes. */
  ours(): PresenceState[] {
    return this.#presence.ours();
  }

  /** Once a second: who was not heard of is gone, and whoever hears nothing hears a heartbeat. */
  tick(): void {
    const { members, time, pace } = this.#options;
    const now = time.now();
    if (this.#presence.forget(now)) this.#schedule();
    for (const member of members) if (now - member.lastSentAt >= pace.heartbeat) member.send(presenceFrame([]));
  }

  #schedule(): void {
    const { time, pace } = this.#options;
    this.#due ??= time.after(pace.presence, () => {
      this.#due = null;
      this.#tell();
    });
  }

  #tell(): void {
    const { key, members, outbound, tellPresence } = this.#options;
    const { all, ours } = this.#presence.takeChanges();
    if (all.length === 0) return;
    const frame = presenceFrame(all);
    for (const member of members) outbound.presence(member, frame);
    if (ours.length > 0) tellPresence(key, ours);
  }

  /** The room is over. */
  end(): void {
    this.#due?.();
    this.#due = null;
  }
}

import { answerFrame, updateFrame } from "../wire/frames.ts";
import type { Content } from "./content.ts";
import type { Limits, Time } from "./limits.ts";
import type { Member } from "./member.ts";

/** What goes out to members, each at the pace at which it reads. */
export class Outbound {
  readonly #limits: Limits;
  readonly #time: Time;
  /** How much waited for a member when last looked at, and since when that has not become less. */
  readonly #stuck = new WeakMap<Member, { waiting: number; since: number }>();

  readonly #answers = new WeakMap<Uint8Array, Uint8Array>();

  constructor({ limits, time }: { limits: Limits; time: Time }) {
    this.#limits = limits;
    this.#time = time;
  }

  /** The first sync, or what somebody lacks who asked: no backlog, and by HTTP where it is large and they can. */
  answer(member: Member, [first, later]: readonly Uint8Array[]): void {
    if (!first) return;
    if (member.isOurs && first.length + (later?.length ?? 0) > this.#limits.firstSync) return member.sendFetch();
    member.sendExempt(this.#answerOf(first));
    if (later) member.sendExempt(updateFrame(later));
  }

  /** What is sent to many is one frame. */
  #answerOf(update: Uint8Array): Uint8Array {
    const known = this.#answers.get(update);
    if (known) return known;
    const frame = answerFrame(update);
    this.#answers.set(update, frame);
    return frame;
  }

  /** A change, encoded once for all. */
  updates(members: Iterable<Member>, update: Uint8Array, content: Content, except: Member | null = null): void {
    const frame = updateFrame(update);
    for (const member of members) {
      if (member === except || member.behind) continue;
      member.send(frame);
      if (member.backlog > this.#limits.behind) member.behind = { vector: content.vector, since: this.#time.now() };
    }
  }

  presence(member: Member, frame: Uint8Array): void {
    if (!member.behind) member.send(frame);
  }

  /** One difference for all that was not sent, once enough of what was has left. */
  drained(member: Member, content: Content): void {
    if (!member.behind || member.left || member.backlog > this.#limits.behind / 4) return;
    const { vector } = member.behind;
    member.behind = null;
    member.sendExempt(updateFrame(content.difference(vector)));
  }

  isTooSlow(member: Member): boolean {
    const now = this.#time.now();
    const waiting = member.line.waiting();
    const before = this.#stuck.get(member);
    if (waiting === 0 || !before || waiting < before.waiting) this.#stuck.set(member, { waiting, since: now });
    const stuck = waiting > 0 && before !== undefined && now - before.since > this.#limits.slowFor;
    const behind = member.behind !== null && now - member.behind.since > this.#limits.slowFor;
    return stuck || behind || member.backlog > this.#limits.slow;
  }
}

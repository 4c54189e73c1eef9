import type { Limits, Time } from "./limits.ts";
import type { Member } from "./member.ts";

interface Early {
  readonly member: Member;
  readonly frame: Uint8Array;
}

/** What waits for a room that is not whole yet: frames that came too early, and who asked to be told. */
export class Waiting {
  readonly #limits: Pick<Limits, "unstored">;
  readonly #time: Time;
  readonly #whenOver = new Set<() => void>();
  #early: Early[] = [];
  #bytes = 0;

  constructor({ limits, time }: { limits: Pick<Limits, "unstored">; time: Time }) {
    this.#limits = limits;
    this.#time = time;
  }

  /** Keeps a frame for later; false where that would be too much. */
  keep(member: Member, frame: Uint8Array): boolean {
    if (this.#bytes + frame.length > this.#limits.unstored * 4) return false;
    this.#early.push({ member, frame: Uint8Array.from(frame) });
    this.#bytes += frame.length;
    return true;
  }

  takeFrames(): readonly Early[] {
    this.#bytes = 0;
    return this.#early.splice(0);
  }

  /** Resolves once it is over, or after so many milliseconds. */
  async wait(within: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#whenOver.add(resolve);
    const giveUp = this.#time.after(within, resolve);
    await promise;
    giveUp();
    this.#whenOver.delete(resolve);
  }

  over(): void {
    for (const tell of this.#whenOver) tell();
  }
}

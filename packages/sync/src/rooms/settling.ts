import type { Entry } from "../log/room-log.ts";
import type { Member, Sent } from "./member.ts";

/** Which members wait for which changes to be stored. */
export class Settling {
  readonly #waiting = new Map<Entry, { member: Member; sent: readonly Sent[] }[]>();

  wait(entry: Entry, member: Member, sent: readonly Sent[]): void {
    const waiting = this.#waiting.get(entry);
    if (waiting) waiting.push({ member, sent });
    else this.#waiting.set(entry, [{ member, sent }]);
  }

  stored(entries: readonly Entry[]): void {
    for (const entry of entries) {
      for (const { member, sent } of this.#waiting.get(entry) ?? []) member.settle(sent);
      this.#waiting.delete(entry);
    }
  }

  clear(): void {
    this.#waiting.clear();
  }
}

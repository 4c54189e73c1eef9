import type { Time } from "../rooms/limits.ts";

export interface StagedTime extends Time {
  /** Lets so many milliseconds go by, with all that falls due in them, in order. */
  pass(milliseconds: number): Promise<void>;
  /** For whoever is on the stage: resolves once so many milliseconds were let go by. */
  sleep(milliseconds: number): Promise<void>;
}

/** Time that only goes when it is let. Whoever waits within it is woken by whoever lets it go. */
export function stagedTime(): StagedTime {
  let now = 0;
  let order = 0;
  const due: { at: number; order: number; work: () => void }[] = [];
  const after = (milliseconds: number, work: () => void) => {
    const entry = { at: now + Math.max(0, milliseconds), order: order++, work };
    due.push(entry);
    return () => {
      const place = due.indexOf(entry);
      if (place >= 0) due.splice(place, 1);
    };
  };
  const others = async () => {
    for (let n = 0; n < 12; n++) await Promise.resolve();
  };
  return {
    now: () => now,
    after,
    sleep: (milliseconds) => new Promise<void>((done) => void after(milliseconds, done)),
    async pass(milliseconds) {
      const until = now + milliseconds;
      await others();
      for (;;) {
        due.sort((a, b) => a.at - b.at || a.order - b.order);
        const [next] = due;
        if (!next || next.at > until) break;
        due.shift();
        now = Math.max(now, next.at);
        next.work();
        await others();
      }
      now = until;
    },
  };
}

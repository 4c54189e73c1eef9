import type { Pace } from "../pace.ts";

/** A runner that notices within a second what takes the real one twenty. */
export const hurriedPace = {
  idle: 20,
  pauses: Array.from({ length: 12 }, () => 100),
  beat: 100,
  silence: 500,
  poll: 50,
} satisfies Partial<Pace>;

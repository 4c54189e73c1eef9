/** What one socket, one room and one node may take up; an installation may set each otherwise. */
export interface Limits {
  /** Bytes of one frame in. */
  readonly frame: number;
  /** Updates a second and socket, over time and at once; beyond, the socket is read later. Infinity: no limit. */
  readonly updatesPerSecond: number;
  readonly updatesAtOnce: number;
  /** Bytes that a socket may have sent and that are not stored yet; beyond, it is read later. */
  readonly unstored: number;
  /** Bytes and number kept of a socket's updates whose beginnings have not come. */
  readonly heldBack: number;
  readonly heldBackUpdates: number;
  /** Bytes waiting for a reader: from `behind` on it is sent one difference later, at `slow` it is cut off. */
  readonly behind: number;
  readonly slow: number;
  /** Milliseconds that a reader may be behind. */
  readonly slowFor: number;
  /** Bytes of a client's presence. */
  readonly presence: number;
  /** Bytes of a first sync; a larger one goes by HTTP to clients that can. */
  readonly firstSync: number;
  /** Bytes of one update by HTTP. */
  readonly merge: number;
  /** Exchanges over HTTP of one person at once. */
  readonly requests: number;
  /** Questions at once about what those who are there may do. */
  readonly rechecks: number;
}

const kB = 1024;
const MB = kB * kB;

export const usualLimits: Limits = {
  frame: 2 * MB,
  updatesPerSecond: 60,
  updatesAtOnce: 120,
  unstored: 8 * MB,
  heldBack: 4 * MB,
  heldBackUpdates: 1_000,
  behind: MB,
  slow: 8 * MB,
  slowFor: 30_000,
  presence: kB,
  firstSync: 4 * MB,
  merge: 64 * MB,
  requests: 6,
  rechecks: 4,
};

/** How long things take, in milliseconds. */
export interface Pace {
  /** Changes of a room that follow each other within this are told together, but the first few after a while of quiet. */
  readonly gather: number;
  /** Changes of all rooms that come within this are stored together. */
  readonly commit: number;
  readonly presence: number;
  /** Every line hears something this often; y-websocket gives a line up that was silent for 30 s. */
  readonly heartbeat: number;
  /** How often the log is looked at for what other nodes stored. */
  readonly follow: number;
  /** How long after a change whoever owns the content takes note of it. */
  readonly settle: number;
  /** How long a room that nobody is in stays open. */
  readonly linger: number;
  /** How long one who enters waits for a room that cannot be loaded. */
  readonly loading: number;
  /** How often everybody's access is asked anew, should every notice of a change have been lost. */
  readonly recheck: number;
  /** Tried again after failing, at first and at most. */
  readonly retry: readonly [number, number];
}

export const usualPace: Pace = {
  gather: 3,
  commit: 20,
  presence: 50,
  heartbeat: 15_000,
  follow: 1_000,
  settle: 1_000,
  linger: 20_000,
  loading: 30_000,
  recheck: 25_000,
  retry: [100, 3_000],
};

/** The room's only sense of time, so that a test can be its own. */
export interface Time {
  now(): number;
  /** Runs `work` after so many milliseconds, unless what it returns is called first; 0 is as soon as what is under way is done. */
  after(milliseconds: number, work: () => void): () => void;
}

export const wallTime: Time = {
  now: () => performance.now(),
  after: (milliseconds, work) => {
    if (milliseconds <= 0) {
      const soon = setImmediate(work);
      return () => clearImmediate(soon);
    }
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

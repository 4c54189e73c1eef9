import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/**
 * What a frame begins with: y-websocket's own numbers, and ours beside them. Every frame holds one message.
 *
 * `stored`: the client sends `[102, n]` after its updates; it comes back when all that came before it on that socket is
 * stored. Whoever sends it is a client of ours, and is told the rest: `standing`, when what it may do here or whether
 * changes can be stored now is other than it was; `fetch`, when what it asked for is to be had over HTTP; `told`, when
 * something has changed that belongs to the room and does not stand in it.
 */
export const frameType = {
  sync: 0,
  presence: 1,
  queryPresence: 3,
  stored: 102,
  standing: 103,
  fetch: 104,
  told: 105,
} as const;
const syncType = { ask: 0, answer: 1, update: 2 } as const;

export type ClientFrame =
  /** Step 1: what the client has, and so what it lacks. */
  | { readonly type: "ask"; readonly vector: Uint8Array }
  /** An update, or Step 2 (`answer`): all that the client has and the server lacked. */
  | { readonly type: "update"; readonly update: Uint8Array; readonly answer: boolean }
  | { readonly type: "presence"; readonly states: readonly PresenceState[] }
  | { readonly type: "query-presence" }
  | { readonly type: "stored"; readonly mark: number };

export interface PresenceState {
  readonly client: number;
  readonly clock: number;
  /** JSON; `null` for one that is gone. */
  readonly state: string;
}

/** What a socket may do and whether what it does can be stored. */
export interface Standing {
  readonly mayEdit: boolean;
  readonly storing: boolean;
}

export class MalformedFrame extends Error {}

/**
 * Reads one frame of a client; throws MalformedFrame for anything that is not exactly one message. What it returns is
 * its own memory: lib0 checks lengths against the buffer below a view, which for a frame is one that others share.
 */
export function readClientFrame(frame: Uint8Array): ClientFrame {
  try {
    const decoder = decoding.createDecoder(Uint8Array.from(frame));
    const read = readMessage(decoder);
    if (decoding.hasContent(decoder)) throw new MalformedFrame("more than one message in a frame");
    return read;
  } catch (error) {
    if (error instanceof MalformedFrame) throw error;
    throw new MalformedFrame("not a message of the protocol", { cause: error });
  }
}

function readMessage(decoder: decoding.Decoder): ClientFrame {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case frameType.sync:
      return readSync(decoder);
    case frameType.presence:
      return { type: "presence", states: readPresence(decoding.readVarUint8Array(decoder)) };
    case frameType.queryPresence:
      return { type: "query-presence" };
    case frameType.stored:
      return { type: "stored", mark: decoding.readVarUint(decoder) };
    default:
      throw new MalformedFrame(`no message has the number ${type}`);
  }
}

function readSync(decoder: decoding.Decoder): ClientFrame {
  const type = decoding.readVarUint(decoder);
  const content = Uint8Array.from(decoding.readVarUint8Array(decoder));
  if (type === syncType.ask) return { type: "ask", vector: content };
  if (type === syncType.answer) return { type: "update", update: content, answer: true };
  if (type === syncType.update) return { type: "update", update: content, answer: false };
  throw new MalformedFrame(`no sync message has the number ${type}`);
}

function readPresence(content: Uint8Array): PresenceState[] {
  const decoder = decoding.createDecoder(Uint8Array.from(content));
  const count = decoding.readVarUint(decoder);
  const states: PresenceState[] = [];
  for (let n = 0; n < count; n++)
    states.push({
      client: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: decoding.readVarString(decoder),
    });
  return states;
}

export function askFrame(vector: Uint8Array): Uint8Array {
  return syncFrame(syncType.ask, vector);
}

export function answerFrame(update: Uint8Array): Uint8Array {
  return syncFrame(syncType.answer, update);
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(syncType.update, update);
}

function syncFrame(type: number, content: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameType.sync);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, content);
  });
}

/** States of clients, or with none of them a frame that only says that the line is alive. */
export function presenceFrame(states: readonly PresenceState[]): Uint8Array {
  const content = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, states.length);
    for (const { client, clock, state } of states) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameType.presence);
    encoding.writeVarUint8Array(encoder, content);
  });
}

export function storedFrame(mark: number): Uint8Array {
  return numbersFrame(frameType.stored, mark);
}

export function standingFrame({ mayEdit, storing }: Standing): Uint8Array {
  return numbersFrame(frameType.standing, (mayEdit ? 1 : 0) + (storing ? 2 : 0));
}

export function fetchFrame(): Uint8Array {
  return numbersFrame(frameType.fetch);
}

export function toldFrame(): Uint8Array {
  return numbersFrame(frameType.told);
}

function numbersFrame(...numbers: number[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number);
  });
}

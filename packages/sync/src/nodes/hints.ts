import { Redis } from "ioredis";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { PresenceState } from "../wire/frames.ts";

type Hint =
  | { readonly type: "stored"; readonly base: number; readonly updates: readonly Uint8Array[] }
  | { readonly type: "presence"; readonly states: readonly PresenceState[] }
  /** Somebody has opened the room and asks who is there. */
  | { readonly type: "who" };

/** What nodes tell each other of rooms. Any of it may be lost: the log has all that counts. */
export interface Hints {
  tell(roomId: string, hint: Hint): void;
  /** Hears what other nodes tell of the room, until the returned function is called. */
  hear(roomId: string, take: (hint: Hint) => void): () => void;
  close(): Promise<void>;
}

/** One node, or many over the log alone. */
export const noHints: Hints = { tell: () => undefined, hear: () => () => undefined, close: async () => undefined };

interface Options {
  readonly redisUrl: string;
  readonly nodeId: string;
  readonly onError: (error: unknown) => void;
}

const channelOf = (roomId: string) => `guildhall:sync:${roomId}`;

/** Over Redis; what is told while it is away is dropped. */
export function redisHints({ redisUrl, nodeId, onError }: Options): Hints {
  const rooms = new Map<string, (hint: Hint) => void>();
  const connect = (settings: object) => {
    const redis = new Redis(redisUrl, { retryStrategy: (times) => Math.min(50 * 2 ** times, 1_000), ...settings });
    redis.on("error", onError);
    return redis;
  };
  const speaker = connect({ maxRetriesPerRequest: 0, enableOfflineQueue: false });
  const ear = connect({ autoResubscribe: true, maxRetriesPerRequest: null });
  ear.on("messageBuffer", (channel: Buffer, message: Buffer) => {
    try {
      const heard = readHint(Uint8Array.from(message));
      if (heard.nodeId !== nodeId) rooms.get(channel.toString())?.(heard.hint);
    } catch (error) {
      onError(error);
    }
  });
  return {
    tell: (roomId, hint) => {
      if (speaker.status !== "ready") return;
      speaker.publish(channelOf(roomId), Buffer.from(writeHint(nodeId, hint))).catch(onError);
    },
    hear: (roomId, take) => {
      const channel = channelOf(roomId);
      rooms.set(channel, take);
      ear.subscribe(channel).catch(onError);
      return () => {
        rooms.delete(channel);
        ear.unsubscribe(channel).catch(onError);
      };
    },
    close: async () => {
      speaker.disconnect();
      ear.disconnect();
    },
  };
}

const types = ["stored", "presence", "who"] as const;

function writeHint(nodeId: string, hint: Hint): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, nodeId);
    encoding.writeVarUint(encoder, types.indexOf(hint.type));
    if (hint.type === "stored") {
      encoding.writeVarUint(encoder, hint.base);
      encoding.writeVarUint(encoder, hint.updates.length);
      for (const update of hint.updates) encoding.writeVarUint8Array(encoder, update);
    } else if (hint.type === "presence") {
      encoding.writeVarUint(encoder, hint.states.length);
      for (const { client, clock, state } of hint.states) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarString(encoder, state);
      }
    }
  });
}

function readHint(message: Uint8Array): { nodeId: string; hint: Hint } {
  const decoder = decoding.createDecoder(message);
  const nodeId = decoding.readVarString(decoder);
  const type = types[decoding.readVarUint(decoder)];
  const many = <One>(read: () => One): One[] => Array.from({ length: decoding.readVarUint(decoder) }, read);
  switch (type) {
    case "stored": {
      const base = decoding.readVarUint(decoder);
      return { nodeId, hint: { type, base, updates: many(() => decoding.readVarUint8Array(decoder)) } };
    }
    case "presence": {
      const states = many(() => ({
        client: decoding.readVarUint(decoder),
        clock: decoding.readVarUint(decoder),
        state: decoding.readVarString(decoder),
      }));
      return { nodeId, hint: { type, states } };
    }
    case "who":
      return { nodeId, hint: { type } };
    default:
      throw new Error("A hint that no node of this version gives.");
  }
}

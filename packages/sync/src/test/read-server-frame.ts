import * as decoding from "lib0/decoding";

export type ServerFrame =
  | { type: "ask"; vector: Uint8Array }
  | { type: "update"; update: Uint8Array; answer: boolean }
  | { type: "presence"; states: { client: number; clock: number; state: unknown }[] }
  | { type: "stored"; mark: number }
  | { type: "standing"; mayEdit: boolean; storing: boolean }
  | { type: "fetch" };

/** Reads what the server sends, and fails where a frame holds anything beside its one message. */
export function readServerFrame(frame: Uint8Array): ServerFrame {
  const decoder = decoding.createDecoder(Uint8Array.from(frame));
  const message = readMessage(decoder);
  if (decoding.hasContent(decoder)) throw new Error("The server put more than one message into a frame.");
  return message;
}

function readMessage(decoder: decoding.Decoder): ServerFrame {
  const type = decoding.readVarUint(decoder);
  if (type === 0) {
    const kind = decoding.readVarUint(decoder);
    const content = decoding.readVarUint8Array(decoder);
    return kind === 0 ? { type: "ask", vector: content } : { type: "update", update: content, answer: kind === 1 };
  }
  if (type === 1) {
    const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder));
    const states = Array.from({ length: decoding.readVarUint(inner) }, () => ({
      client: decoding.readVarUint(inner),
      clock: decoding.readVarUint(inner),
      state: JSON.parse(decoding.readVarString(inner)) as unknown,
    }));
    return { type: "presence", states };
  }
  if (type === 102) return { type: "stored", mark: decoding.readVarUint(decoder) };
  if (type === 103) {
    const bits = decoding.readVarUint(decoder);
    return { type: "standing", mayEdit: (bits & 1) > 0, storing: (bits & 2) > 0 };
  }
  if (type === 104) return { type: "fetch" };
  throw new Error(`The server sent a message of type ${type}.`);
}

export const frameNames = (frame: ServerFrame): string =>
  frame.type === "update" && frame.answer ? "answer" : frame.type;

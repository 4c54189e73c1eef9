import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

export type ServerName = "ours" | "Hocuspocus" | "y-websocket";

/** A message of a server, as far as a measurement looks into it. */
export interface Heard {
  readonly type: "ask" | "answer" | "update" | "presence" | "stored" | "other";
  readonly content: Uint8Array;
}

const kinds = ["ask", "answer", "update"] as const;
const nothing = Uint8Array.of();

/** The same messages as each server wants them: Hocuspocus has the document's name before each. */
export function dialectOf(server: ServerName, room: string) {
  const prefix = server === "Hocuspocus" ? encoding.encode((to) => encoding.writeVarString(to, room)) : nothing;
  const message = (write: (encoder: encoding.Encoder) => void) =>
    encoding.encode((encoder) => {
      encoding.writeUint8Array(encoder, prefix);
      write(encoder);
    });
  const sync = (kind: number, content: Uint8Array) =>
    message((encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint(encoder, kind);
      encoding.writeVarUint8Array(encoder, content);
    });
  return {
    /** What is said first: who one is, where the server asks that in a message, and what one has. */
    greeting: (): Uint8Array[] => [
      ...(server === "Hocuspocus" ? [message(writeToken)] : []),
      sync(0, Uint8Array.of(0)),
    ],
    /** Step 2 of somebody who has nothing. */
    nothingMore: () => sync(1, Uint8Array.of(0, 0)),
    update: (update: Uint8Array) => sync(2, update),
    presence: (client: number, clock: number, state: string) =>
      message((encoder) => {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarUint8Array(
          encoder,
          encoding.encode((inner) => {
            for (const number of [1, client, clock]) encoding.writeVarUint(inner, number);
            encoding.writeVarString(inner, state);
          }),
        );
      }),
    mark: (mark: number) => Uint8Array.from(encoding.encode((encoder) => writeNumbers(encoder, 102, mark))),
    read: (bytes: Buffer): Heard => readHeard(bytes, prefix.length),
  };
}

export type Dialect = ReturnType<typeof dialectOf>;

function writeToken(encoder: encoding.Encoder): void {
  writeNumbers(encoder, 2, 0);
  encoding.writeVarString(encoder, "whoever");
  encoding.writeVarString(encoder, "4.7.0");
}

function writeNumbers(encoder: encoding.Encoder, ...numbers: number[]): void {
  for (const number of numbers) encoding.writeVarUint(encoder, number);
}

function readHeard(bytes: Buffer, prefix: number): Heard {
  const decoder = decoding.createDecoder(bytes);
  decoder.pos = prefix;
  const type = decoding.readVarUint(decoder);
  // Hocuspocus answers a first sync with a number of its own.
  if (type === 0 || type === 4) {
    const kind = kinds[decoding.readVarUint(decoder)] ?? "other";
    return { type: kind, content: decoding.readVarUint8Array(decoder) };
  }
  if (type === 1) return { type: "presence", content: decoding.readVarUint8Array(decoder) };
  return { type: type === 102 ? "stored" : "other", content: bytes.subarray(decoder.pos) };
}

/** One letter after the client's last, as Yjs writes it. */
export function letter(client: number, clock: number): Uint8Array {
  return encoding.encode((encoder) => {
    writeNumbers(encoder, 1, 1, client, clock);
    encoding.writeUint8(encoder, clock === 0 ? 4 : 132);
    if (clock === 0) {
      writeNumbers(encoder, 1);
      encoding.writeVarString(encoder, "text");
    } else writeNumbers(encoder, client, clock - 1);
    encoding.writeVarString(encoder, "x");
    encoding.writeVarUint(encoder, 0);
  });
}

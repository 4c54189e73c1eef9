import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A WebSocket with no library between it and the wire, so that what drives a server costs as little as it can. */
export interface RawLine {
  /** Each in a frame of its own, all in one write. */
  send(messages: readonly Uint8Array[]): void;
  close(): void;
}

interface Options {
  readonly url: URL;
  readonly cookie: string | undefined;
  /** What it is given is only good until it returns. */
  readonly hear: (message: Buffer) => void;
}

const opcode = { binary: 0x82, close: 8, ping: 9, pong: 0x8a } as const;

export async function openRawLine({ url, cookie, hear }: Options): Promise<RawLine> {
  const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
  const frames = new FrameReader((type, message) => {
    if (type === opcode.ping) socket.write(frameOf(opcode.pong, message));
    else if (type === opcode.close) fail(new Error(`The server closed a line: ${message.subarray(2)}`));
    else hear(message);
  });
  let over = false;
  const fail = (error: Error) => {
    // What was not asked for ends the measurement.
    if (!over) throw error;
  };
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("The server cut a line.")));
  await once(socket, "connect");
  await upgrade(socket, url, cookie, frames);
  return {
    send: (messages) => void socket.write(Buffer.concat(messages.map((message) => frameOf(opcode.binary, message)))),
    close: () => {
      over = true;
      socket.destroy();
    },
  };
}

function upgrade(socket: Socket, url: URL, cookie: string | undefined, frames: FrameReader): Promise<void> {
  socket.write(
    [
      `GET ${url.pathname}${url.search} HTTP/1.1`,
      `Host: ${url.host}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
      ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
      "\r\n",
    ].join("\r\n"),
  );
  return new Promise((open, refuse) => {
    let head = Buffer.alloc(0);
    const listen = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf("\r\n\r\n");
      if (end < 0) return;
      socket.off("data", listen);
      if (!head.toString("latin1", 0, 16).includes(" 101 "))
        return refuse(new Error(`Refused: ${head.subarray(0, end)}`));
      socket.on("data", (more: Buffer) => frames.take(more));
      open();
      if (end + 4 < head.length) frames.take(head.subarray(end + 4));
    };
    socket.on("data", listen);
  });
}

/** Masked, as a client's frames have to be, with zeros, which cost nothing. */
function frameOf(first: number, message: Uint8Array): Buffer {
  const { length } = message;
  const wide = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const frame = Buffer.alloc(6 + wide + length);
  frame[0] = first;
  frame[1] = 0x80 | (wide === 0 ? length : wide === 2 ? 126 : 127);
  if (wide === 2) frame.writeUInt16BE(length, 2);
  if (wide === 8) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.set(message, 6 + wide);
  return frame;
}

/** Cuts what comes into messages; a long one is put together once, when all of it is there. */
class FrameReader {
  readonly #hear: (type: number, message: Buffer) => void;
  #parts: Buffer[] = [];
  #size = 0;
  #needed = 2;

  constructor(hear: (type: number, message: Buffer) => void) {
    this.#hear = hear;
  }

  take(chunk: Buffer): void {
    this.#parts.push(chunk);
    this.#size += chunk.length;
    if (this.#size < this.#needed) return;
    const [only] = this.#parts;
    const all = this.#parts.length === 1 && only ? only : Buffer.concat(this.#parts);
    let at = 0;
    for (;;) {
      const head = headOf(all, at);
      this.#needed = head ? head.size + head.length : 14;
      if (!head || all.length - at < this.#needed) break;
      this.#hear(head.type, all.subarray(at + head.size, at + this.#needed));
      at += this.#needed;
    }
    const rest = all.subarray(at);
    if (!headOf(rest, 0)) this.#needed = rest.length + 1;
    this.#parts = rest.length > 0 ? [rest] : [];
    this.#size = rest.length;
  }
}

function headOf(bytes: Buffer, at: number): { type: number; size: number; length: number } | null {
  const left = bytes.length - at;
  if (left < 2) return null;
  const type = bytes.readUInt8(at) & 15;
  const short = bytes.readUInt8(at + 1) & 127;
  if (short < 126) return { type, size: 2, length: short };
  if (short === 126) return left < 4 ? null : { type, size: 4, length: bytes.readUInt16BE(at + 2) };
  return left < 10 ? null : { type, size: 10, length: Number(bytes.readBigUInt64BE(at + 2)) };
}

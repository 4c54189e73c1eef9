import * as decoding from "lib0/decoding";
import { frameType, storedFrame } from "../wire/frames.ts";

type Sent = Parameters<WebSocket["send"]>[0];

interface Watcher {
  /** This page's client. */
  readonly client: number;
  readonly largest: number;
  onOpen(): void;
  /** An update left, or all that the server lacked (`answer`); the mark that is to follow it. */
  onSync(answer: boolean): number;
  /** An update too large for a frame: resolves once it has been taken another way. */
  divert(update: Uint8Array): Promise<void>;
}

/** The socket that y-websocket is given: it says that it is ours, follows updates with marks, and keeps echoes to itself. */
export function roomSocket(Base: typeof WebSocket, watcher: Watcher): typeof WebSocket {
  return class extends Base {
    #due = false;
    #mark = 0;
    #diverted: Promise<void> = Promise.resolve();

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener("open", () => {
        watcher.onOpen();
        super.send(exact(storedFrame(0)));
      });
    }

    override send(data: Sent): void {
      const frame = data instanceof Uint8Array ? data : new Uint8Array(0);
      if (frame[0] === frameType.presence && !speaksOf(frame, watcher.client)) return;
      if (frame[0] !== frameType.sync || frame[1] === 0) return super.send(data);
      if (frame.length > watcher.largest) this.#diverted = watcher.divert(updateOf(frame));
      else super.send(data);
      this.#mark = watcher.onSync(frame[1] === 1);
      this.#sendMarkSoon();
    }

    /** One mark for all that leaves in one turn, and not before what was diverted has arrived. */
    #sendMarkSoon(): void {
      if (this.#due) return;
      this.#due = true;
      const diverted = this.#diverted;
      void diverted.then(() => {
        this.#due = false;
        if (diverted !== this.#diverted) return this.#sendMarkSoon();
        if (this.readyState === this.OPEN) super.send(exact(storedFrame(this.#mark)));
      });
    }
  };
}

const exact = (frame: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(frame);

function updateOf(frame: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
  return Uint8Array.from(decoding.readVarUint8Array(decoder));
}

/** y-websocket says again what it hears of others; the server has no use for that. */
function speaksOf(frame: Uint8Array, client: number): boolean {
  const outer = decoding.createDecoder(frame);
  decoding.readVarUint(outer);
  const decoder = decoding.createDecoder(decoding.readVarUint8Array(outer));
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    if (decoding.readVarUint(decoder) === client) return true;
    decoding.readVarUint(decoder);
    decoding.readVarString(decoder);
  }
  return false;
}

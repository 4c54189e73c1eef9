const binary = 0x82; // a whole message of bytes
const short = 125;

/** Messages up to this size are put into frames here, which copies them; for larger ones ws writes the head by itself. */
export const largestFramed = 16_384;

/** Puts messages into a server's WebSocket frames: one that goes to many, one after the other, only once. */
export function framing(): (message: Uint8Array) => Buffer {
  let last: { readonly message: Uint8Array; readonly frame: Buffer } | null = null;
  return (message) => {
    if (last?.message !== message) last = { message, frame: messageFrame(message) };
    return last.frame;
  };
}

function messageFrame(message: Uint8Array): Buffer {
  const { length } = message;
  if (length > largestFramed) throw new RangeError("A message too large to be copied.");
  const head = length <= short ? 2 : 4;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = binary;
  frame[1] = Math.min(length, short + 1);
  if (head === 4) frame.writeUInt16BE(length, 2);
  frame.set(message, head);
  return frame;
}

const binary = 0x82; // a whole message of bytes
const short = 125;
const wide = 65_535;

/** A message as a server's WebSocket frame. */
function messageFrame(message: Uint8Array): Buffer {
  const { length } = message;
  const extra = length <= short ? 0 : length <= wide ? 2 : 8;
  const frame = Buffer.allocUnsafe(2 + extra + length);
  frame[0] = binary;
  frame[1] = extra === 0 ? length : extra === 2 ? short + 1 : short + 2;
  if (extra === 2) frame.writeUInt16BE(length, 2);
  if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.set(message, 2 + extra);
  return frame;
}

/** The same for messages that go to many, one after the other: each is put into a frame once. */
export function framing(): (message: Uint8Array) => Buffer {
  let last: { readonly message: Uint8Array; readonly frame: Buffer } | null = null;
  return (message) => {
    if (last?.message !== message) last = { message, frame: messageFrame(message) };
    return last.frame;
  };
}

/** Larger ones are not copied into a frame: for those ws writes the head by itself. */
export const largestCopied = 16_384;

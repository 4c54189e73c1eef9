import type { Encoding } from "./table.ts";

/** Bytes as text, piece by piece; what cannot be read becomes U+FFFD. A mark at the start that names the encoding is no text. */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string, void, undefined> {
  const decoder = encoding === "windows-1252" ? windows1252 : new TextDecoder(encoding);
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

/** Node's own decoder of this name has read 0x80 to 0x9F as control characters (nodejs/node#56542). */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const windows1252 = {
  decode(piece: Uint8Array = new Uint8Array(), _options?: { stream: true }): string {
    return Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
      .toString("latin1")
      .replaceAll(/[\u0080-\u009f]/g, (control) => upper.charAt(control.charCodeAt(0) - 0x80));
  },
};

/** A file's words, as UTF-8 or UTF-16 say them; what is neither is taken for GB 18030, as Chinese Windows writes it. */
export function textOfFile(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return withoutNul(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return withoutNul(new TextDecoder("gb18030").decode(bytes));
  }
}

/** PostgreSQL keeps none, and nobody sees one. */
const withoutNul = (text: string) => text.replaceAll("\0", "");

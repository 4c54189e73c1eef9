/**
 * The header of RFC 6266: the name in ASCII for old clients, and, where that loses something, in UTF-8 (RFC 8187).
 * Quotes, backslashes and percent signs do not go into the ASCII one, since clients disagree about them.
 */
export function contentDisposition(disposition: "inline" | "attachment", name: string): string {
  const ascii = name.normalize("NFC").replace(/[^\x20-\x7E]+|["\\%]/g, "_");
  const plain = `${disposition}; filename="${ascii}"`;
  return ascii === name ? plain : `${plain}; filename*=UTF-8''${inUtf8(name)}`;
}

function inUtf8(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

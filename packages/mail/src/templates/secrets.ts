/** A link without what makes it a key: everything after its host. */
export function blankLink(url: string): string {
  return new URL("/…", url).href;
}

/** A code of the same length that opens nothing. */
export function blankCode(code: string): string {
  return "•".repeat(code.length);
}

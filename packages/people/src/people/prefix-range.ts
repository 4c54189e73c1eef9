/** From the prefix up to what comes after everything that begins with it, in the order of code points. */
export function prefixRange(prefix: string): { readonly from: string; readonly to: string } {
  return { from: prefix, to: `${prefix}\u{10ffff}` };
}

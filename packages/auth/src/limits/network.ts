import { isIPv4, isIPv6 } from "node:net";

/** Where somebody comes from, as limits count it. */
export interface Network {
  /** An IPv4 address, or the /64 that one subscriber of IPv6 has to himself. */
  readonly near: string;
  /** The /48 that a larger customer has of IPv6, and could walk through /64 by /64. */
  readonly wide: string | null;
}

/**
 * The network of an address; null for one that says nothing of who comes: none at all, or the machine's own, which is
 * what a proxy looks like that nobody declared.
 */
export function networkOf(ip: string | null): Network | null {
  const address = ip?.replace(/%.*$/, "") ?? "";
  if (isIPv4(address)) return address.startsWith("127.") ? null : { near: address, wide: null };
  if (!isIPv6(address)) return null;
  const groups = groupsOf(address);
  const [, , , , , mapped = 0, high = 0, low = 0] = groups;
  if (groups.slice(0, 5).every((group) => group === 0)) {
    const embedded = [high >> 8, high & 255, low >> 8, low & 255].join(".");
    return mapped === 0xffff ? networkOf(embedded) : null;
  }
  return { near: prefixOf(groups, 4), wide: prefixOf(groups, 3) };
}

/** The eight groups of an address that is known to be IPv6, in whichever of its spellings. */
function groupsOf(address: string): number[] {
  const [head = "", tail] = address.split("::");
  const [before, after] = [partsOf(head), partsOf(tail ?? "")];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => 0);
  return [...before, ...zeros, ...after];
}

function partsOf(text: string): number[] {
  if (text === "") return [];
  return text.split(":").flatMap((part) => {
    if (!part.includes(".")) return [Number.parseInt(part, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = part.split(".").map(Number);
    return [(a << 8) | b, (c << 8) | d];
  });
}

function prefixOf(groups: readonly number[], length: number): string {
  const written = groups.slice(0, length).map((group) => group.toString(16));
  return `${written.join(":")}::/${length * 16}`;
}

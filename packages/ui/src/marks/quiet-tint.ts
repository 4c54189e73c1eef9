const TINTS = ["indigo", "jade", "ochre", "seal", "plum"] as const;
export type QuietTint = (typeof TINTS)[number];

/** One of five tints for an id, the same on every machine (FNV-1a). */
export function quietTint(id: string): QuietTint {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return TINTS[(hash >>> 8) % TINTS.length] ?? "indigo";
}

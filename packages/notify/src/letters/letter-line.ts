// Line ends, other control characters, and marks that turn the reading direction round: names may hold what mail may not.
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const longest = 300;

/** Words with names in them, as one line that a mail takes: nothing that it would refuse, and no longer than is read. */
export function letterLine(words: string): string {
  const plain = words.replaceAll(unprintable, " ").trim();
  const characters = [...plain];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : plain || "…";
}

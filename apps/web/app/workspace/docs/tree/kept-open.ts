/** More than anybody has open at once; what was opened first is let go of. */
export const mostOpen = 60;

const id = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const shape = new RegExp(`^${id}(?:\\.${id})?$`);

function isKey(kept: unknown): kept is string {
  return typeof kept === "string" && shape.test(kept);
}

const nameOf = (slug: string) => `guildhall:tree:${slug}`;

/** The branches that somebody left open in this browser, as they are asked for. */
export function readKept(slug: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(slug)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isKey).slice(-mostOpen) : [];
  } catch {
    return [];
  }
}

export function keep(slug: string, keys: readonly string[]): void {
  try {
    localStorage.setItem(nameOf(slug), JSON.stringify(keys.slice(-mostOpen)));
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
}

/** More than anybody has open at once; what was opened first is let go of. */
const most = 60;

const nameOf = (slug: string) => `guildhall:tree:${slug}`;

/** The branches that somebody left open in this browser, as they are asked for. */
export function readKept(slug: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(slug)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((key): key is string => typeof key === "string").slice(-most) : [];
  } catch {
    return [];
  }
}

export function keep(slug: string, keys: readonly string[]): void {
  try {
    localStorage.setItem(nameOf(slug), JSON.stringify(keys.slice(-most)));
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
}

const place = "guildhall-recent-actions";
const most = 4;

/** What was done last on this device, the latest first, of what can be done now. */
export function recentActions<Kind extends { readonly id: string }>(actions: readonly Kind[]): readonly Kind[] {
  return readRecent().flatMap((id) => actions.filter((action) => action.id === id));
}

export function rememberAction(id: string): void {
  const recent = [id, ...readRecent().filter((each) => each !== id)].slice(0, most);
  localStorage.setItem(place, JSON.stringify(recent));
}

function readRecent(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return []; // somebody else's writing, or none
  }
}
